import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { observe, type Observer } from "./observed.ts";
import { bytesSetUps } from "./set-ups.ts";

// The public suite nst/JSONTestSuite, from a copy of yours: JSON_TEST_SUITE=<its folder> npx vitest run test/contract/json-test-suite.test.ts
const folder = process.env["JSON_TEST_SUITE"] ?? "";

describe.skipIf(folder === "")("JSONTestSuite", { timeout: 120_000 }, () => {
  let observers: readonly Observer[] = [];
  beforeAll(async () => {
    observers = await Promise.all(bytesSetUps.map((setUp) => observe(setUp, false)));
  });
  afterAll(() => Promise.all(observers.map(({ close }) => close())));

  /** The code that every set-up responds with to a body, or the differences. */
  async function codeOf(body: Uint8Array): Promise<string> {
    const seen = await Promise.all(observers.map(({ send }) => send(body)));
    const responses = new Set(seen.map(({ status, body }) => `${status} ${body}`));
    return responses.size === 1 ? (seen[0]?.code ?? "") : `DIFFERENCE: ${[...responses].join(" | ")}`;
  }

  /** How many files of a kind get which code. */
  async function figures(kind: string, wrap = (bytes: Uint8Array): Uint8Array => bytes): Promise<Record<string, number>> {
    const path = join(folder, kind === "" ? "test_transform" : "test_parsing");
    const counts: Record<string, number> = {};
    for (const name of readdirSync(path).filter((file) => file.startsWith(kind) && file.endsWith(".json"))) {
      const code = await codeOf(wrap(readFileSync(join(path, name))));
      counts[code] = (counts[code] ?? 0) + 1;
    }
    console.log(`JSONTestSuite ${kind === "" ? "test_transform" : kind}: ${JSON.stringify(counts)}, alike in ${observers.length} set-ups`);
    return counts;
  }

  test("refuses every n_ file, each in every set-up alike", async () => {
    expect(await figures("n_")).toEqual({ JSON: 171, UTF8: 12, DEPTH: 2, BODY_EMPTY: 3 });
  });

  test("accepts every y_ file as the value of a field", async () => {
    const wrap = (bytes: Uint8Array): Uint8Array =>
      Buffer.concat([Buffer.from('{"typeWebhook":"somethingNew","value":'), bytes, Buffer.from("}")]);
    expect(await figures("y_", wrap)).toEqual({ ok: 95 });
  });

  // Accepted by decoding alone is what then isn't an object (SHAPE) or no notification (SCHEMA).
  test("decodes i_ files as pinned", async () => {
    expect(await figures("i_")).toEqual({ UTF8: 13, DEPTH: 1, SHAPE: 19, SCHEMA: 2 });
  });

  test("decodes test_transform as pinned", async () => {
    expect(await figures("")).toEqual({ UTF8: 3, SHAPE: 14, SCHEMA: 5 });
  });
});
