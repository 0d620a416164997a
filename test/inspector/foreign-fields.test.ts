import type { WebhookHandler } from "@greenhook/core";
import { inspect } from "@greenhook/inspector";
import { expect, onTestFinished, test } from "vitest";
import { foreignFields } from "../support/foreign-fields.ts";

const accepting: WebhookHandler = () => Promise.resolve({ status: 200, headers: {}, body: '{"ok":true}', closeConnection: false });

test("no foreign field of any type keeps a delivery from being recorded and shown", async () => {
  const kindsSeen: unknown[] = [];
  const expected: unknown[] = [];
  const inspector = inspect(accepting, {
    capacity: 1,
    onDelivery: ({ parsed }) => kindsSeen.push(parsed?.kind === "known" ? parsed.notification.typeWebhook : parsed?.kind),
  });
  const page = await inspector.listen({ port: 0 });
  onTestFinished(() => page.close());
  const headers = { "x-greenhook-key": inspector.key };
  // A sample, a different field and value each time: all of them are too many for a second.
  const sample = foreignFields().filter((_, index) => index % 41 === 0);
  for (const [index, { body }] of sample.entries()) {
    expect((await inspector.handler({ method: "POST", authorization: [], body: { kind: "read", value: body } })).status).toBe(200);
    expected.push(body["typeWebhook"]);
    await new Promise((resolve) => setImmediate(resolve));
    if (index % 10 !== 0) continue;
    const detail = await fetch(`http://127.0.0.1:${page.port}/api/deliveries/${index + 1}`, { headers });
    expect(((await detail.json()) as { row: { kind: string } }).row.kind).toBe(expected.at(-1));
  }
  expect(kindsSeen).toEqual(expected);
  expect(expected.length).toBeGreaterThan(100);
});
