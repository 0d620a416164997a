import { readdirSync, readFileSync } from "node:fs";
import { createWebhookHandler } from "@greenhook/core";
import { readFixtures } from "../fixtures/read-fixtures.ts";
import { placesIn } from "./places-in.ts";

/** A body with one of its fields or items replaced or taken away. */
export interface FieldMutation {
  /** Such as `imageMessage: messageData.fileMessageData.caption = null`. */
  readonly name: string;
  /** Whether what it was is told by this field alone: a `typeWebhook`, or the `body` of a queue envelope. */
  readonly decides: boolean;
  readonly body: unknown;
}

/** `null`, each type of scalar, numbers and texts that pass for the other, and nothing at all. */
export const scalars: readonly unknown[] = [null, true, 0, -1.5, 2 ** 60, "", "text", "12", undefined];

const samples = new URL("../fixtures/vendor-samples/", import.meta.url);

/** Our fixtures and the vendor's samples, by their names. */
export function readCorpus(): ReadonlyMap<string, unknown> {
  const files = readdirSync(samples).filter((file) => file.endsWith(".json"));
  const ofVendor = files.map((file): [string, unknown] => [file, JSON.parse(readFileSync(new URL(file, samples), "utf8"))]);
  return new Map([...readFixtures().map(({ name, value }): [string, unknown] => [name, value]), ...ofVendor]);
}

/** Every body × every place in it × every scalar. The body is valid until the next one is asked for. */
export function* fieldMutations(): Generator<FieldMutation> {
  for (const [file, original] of readCorpus()) {
    for (const [index, { path }] of placesIn(original).entries()) {
      const body: unknown = structuredClone(original);
      const place = placesIn(body)[index];
      for (const scalar of scalars) {
        place?.put(scalar);
        yield { name: `${file}: ${path} = ${JSON.stringify(scalar)}`, decides: /^(body|(body\.)?typeWebhook)$/.test(path), body };
      }
    }
  }
}

/** Hands every `step`th mutation to a webhook handler: how many those are, and which of them weren't delivered whole. */
export async function undelivered(step: number): Promise<{ readonly count: number; readonly wrong: readonly string[] }> {
  let delivered: unknown;
  const handler = createWebhookHandler({ allowUnauthenticated: true, deliver: ({ value }) => void (delivered = value) });
  const wrong: string[] = [];
  let index = 0;
  for (const { name, decides, body } of fieldMutations()) {
    index += 1;
    if (index % step !== 0) continue;
    delivered = undefined;
    const text = JSON.stringify(body);
    const response = await handler({ method: "POST", authorization: [], body: { kind: "read", value: text } });
    const isRefused = decides && response.status === 400 && response.body.startsWith('{"code":"SCHEMA"');
    if (!isRefused && (response.status !== 200 || JSON.stringify(delivered) !== text))
      wrong.push(`${name}: ${response.status} ${response.body}`);
  }
  return { count: Math.floor(index / step), wrong };
}
