import { readFixtures } from "../fixtures/read-fixtures.ts";

/** A value of each JSON type, and two objects that pass for something else. */
export const jsonValues: readonly unknown[] = [null, true, 0, "text", [], { toString: 1 }, { typeMessage: "textMessage" }];

/** A notification with a field that only other kinds have. */
export interface ForeignField {
  /** Such as `quotaExceeded with idMessage = null`. */
  readonly name: string;
  /** Such as `idMessage`. */
  readonly field: string;
  /** The kind, one `typeWebhook` or, for messages, one `typeMessage`. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** Every fixture × every top-level field of other kinds × every JSON type: each as GREEN-API may send it one day. */
export function foreignFields(): readonly ForeignField[] {
  const fixtures = readFixtures().map(({ name, notification }) => ({
    name,
    body: { ...notification } as Readonly<Record<string, unknown>>,
  }));
  const fields = [...new Set(fixtures.flatMap(({ body }) => Object.keys(body)))].toSorted();
  return fixtures.flatMap(({ name, body }) =>
    fields
      .filter((field) => !Object.hasOwn(body, field))
      .flatMap((field) =>
        jsonValues.map((value) => ({ name: `${name} with ${field} = ${JSON.stringify(value)}`, field, body: { ...body, [field]: value } })),
      ),
  );
}
