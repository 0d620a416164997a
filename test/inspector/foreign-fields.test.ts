import type { WebhookHandler } from "@greenhook/core";
import { inspect } from "@greenhook/inspector";
import { constantFrom, sample } from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { foreignFields, type ForeignField } from "../support/foreign-fields.ts";
import { faultsThroughEverything } from "../support/through-everything.ts";

const cases = foreignFields();
/** Some of them: `npm run test:long` has them all. */
const someOf = (from: readonly ForeignField[], numRuns: number) => sample(constantFrom(...from), { seed: 20_261_125, numRuns });

test("the table has every kind × every other kind's fields × every JSON type", () => {
  expect(cases.length).toBeGreaterThan(9_710);
});

// By field, so that each is done within a second.
test.each([...new Set(cases.map(({ field }) => field))])(
  "another kind's %s of any JSON type is delivered, read and recorded",
  async (field) => {
    const ofField = cases.filter((each) => each.field === field);
    expect(await faultsThroughEverything(someOf(ofField, Math.ceil(ofField.length / 10)))).toEqual([]);
  },
);

const accepting: WebhookHandler = () => Promise.resolve({ status: 200, headers: {}, body: '{"ok":true}', closeConnection: false });

test("no foreign field of any type keeps a delivery from being shown", async () => {
  const inspector = inspect(accepting, { capacity: 1 });
  const page = await inspector.listen({ port: 0 });
  onTestFinished(() => page.close());
  const headers = { "x-greenhook-key": inspector.key };
  for (const [index, { body }] of someOf(cases, 10).entries()) {
    expect((await inspector.handler({ method: "POST", authorization: [], body: { kind: "read", value: body } })).status).toBe(200);
    await new Promise((resolve) => setImmediate(resolve));
    const detail = await fetch(`http://127.0.0.1:${page.port}/api/deliveries/${index + 1}`, { headers });
    expect(((await detail.json()) as { row: { kind: string } }).row.kind).toBe(body["typeWebhook"]);
  }
});
