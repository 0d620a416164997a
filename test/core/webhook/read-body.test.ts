import { createWebhookHandler, type DeliveryOutcome, type RejectedDelivery } from "@greenhook/core";
import { webStreamChunks } from "@greenhook/core/web-stream";
import { expect, test } from "vitest";
import { textMessage } from "../../support/notifications.ts";
import { megabytesForSingleBytes } from "./megabytes-for-single-bytes.ts";

const text = JSON.stringify(textMessage("Grüße, 日本語, 👩‍🚀"));
const bytes = Buffer.from(text);

/** What became of a body that arrives in these chunks, through a generator and through a web stream. */
async function received(chunks: readonly unknown[]) {
  const seen: { delivered: unknown[]; kept: RejectedDelivery[]; outcomes: DeliveryOutcome[]; responses: unknown[] } = {
    delivered: [],
    kept: [],
    outcomes: [],
    responses: [],
  };
  const handler = createWebhookHandler({
    token: "secret",
    deliver: ({ value }) => void seen.delivered.push(value),
    quarantine: (rejected) => void seen.kept.push(rejected),
    onOutcome: (outcome) => void seen.outcomes.push(outcome),
  });
  async function* generated(): AsyncGenerator<never> {
    yield* chunks as never[];
  }
  const left = [...chunks];
  const stream = new ReadableStream({
    pull(controller) {
      if (left.length === 0) controller.close();
      else controller.enqueue(left.shift());
    },
  });
  for (const source of [generated(), webStreamChunks(stream)]) {
    const { status, body } = await handler({
      method: "POST",
      authorization: ["Bearer secret"],
      body: { kind: "unread", chunks: source },
    });
    seen.responses.push(status, (JSON.parse(body) as { code?: string }).code);
  }
  return seen;
}

const halves = [bytes.subarray(0, 101), bytes.subarray(101)] as const;
const copyOf = (half: Uint8Array): ArrayBuffer => Uint8Array.from(half).buffer;

test.each<[string, readonly unknown[]]>([
  ["ArrayBuffers", halves.map(copyOf)],
  ["DataViews", halves.map((half) => new DataView(copyOf(half)))],
  ["views of 16 bits", [new Uint16Array(copyOf(bytes.subarray(0, 100))), bytes.subarray(100)]],
  ["a view into the middle of a buffer", [new DataView(copyOf(Buffer.concat([Buffer.from("xx"), bytes])), 2)]],
  ["texts", [text.slice(0, 200), text.slice(200)]],
  ["empty chunks in between", [new Uint8Array(0), halves[0], new Uint8Array(0), halves[1], new Uint8Array(0)]],
  ["single bytes", Array.from(bytes, (byte) => Uint8Array.of(byte))],
])("a body in %s arrives as it was sent", async (_, chunks) => {
  const { delivered, responses } = await received(chunks);
  expect(responses).toEqual([200, undefined, 200, undefined]);
  expect(delivered).toEqual([textMessage("Grüße, 日本語, 👩‍🚀"), textMessage("Grüße, 日本語, 👩‍🚀")]);
});

test.each<[string, unknown]>([
  ["undefined", undefined],
  ["null", null],
  ["an object", { length: 5 }],
  ["a list of numbers", [123, 125]],
  ["a number", 5],
])("a stream that gives %s is an internal error, and nothing of it is kept", async (_, chunk) => {
  const { delivered, kept, outcomes, responses } = await received([halves[0], chunk, halves[1]]);
  expect(responses).toEqual([500, "INTERNAL", 500, "INTERNAL"]);
  expect([delivered, kept]).toEqual([[], []]);
  expect(outcomes[0]?.error).toMatchObject({ message: `Cannot read the body: a chunk is of type ${typeof chunk}, not bytes` });
});

test("the first chunk stays as it was when others follow", async () => {
  const first = Uint8Array.from(halves[0]);
  await received([first, halves[1]]);
  expect(Buffer.from(first)).toEqual(halves[0]);
});

test("a chunk over the limit is refused without a place for it", async () => {
  const handler = createWebhookHandler({ token: "secret", deliver: () => undefined, maxBodyBytes: 1000 });
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield new Uint8Array(600);
    yield new Uint8Array(401);
  }
  const { status } = await handler({ method: "POST", authorization: ["Bearer secret"], body: { kind: "unread", chunks: chunks() } });
  expect(status).toBe(413);
});

test("memory follows the bytes of a body, not its chunks: a quarter of a megabyte in single bytes costs less than 64", async () => {
  expect(await megabytesForSingleBytes(256 * 1024)).toBeLessThan(64);
});
