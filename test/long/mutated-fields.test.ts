import { createWebhookHandler } from "@greenhook/core";
import { constantFrom, sample } from "fast-check";
import { expect, test } from "vitest";
import { fewSetUps } from "../contract/set-ups.ts";
import { fieldMutations, undelivered } from "../support/field-mutations.ts";

/** Each as the text that is sent. */
const mutations = Array.from(fieldMutations(), ({ body, ...rest }) => ({ ...rest, text: JSON.stringify(body) }));

test("whichever field is null, of another scalar type or removed, the notification is delivered", async () => {
  const { count, wrong } = await undelivered(1);
  expect(wrong).toEqual([]);
  console.log(`${count} mutations: all delivered`);
});

// Each adapter gets a seeded part of its own.
test.each(fewSetUps.map(({ name, serve }, index) => [name, serve, index] as const))(
  "whichever field is null, of another scalar type or removed, %s responds 200",
  async (_, serve, seed) => {
    const delivered = new Set<string>();
    const served = await serve(createWebhookHandler({ token: "t", deliver: ({ value }) => void delivered.add(JSON.stringify(value)) }));
    const headers = { authorization: "Bearer t", "content-type": "application/json" };
    const left = sample(constantFrom(...mutations), { seed, numRuns: 2_000 });
    const sent = new Set<string>();
    const wrong: string[] = [];
    const work = async (): Promise<void> => {
      for (let next = left.pop(); next !== undefined; next = left.pop()) {
        const { name, decides, text } = next;
        const send = () => fetch(served.url, { method: "POST", headers, body: text });
        // A server closes connections that were idle for 5 s, which on a busy machine may happen just when one is used again.
        const response = await send().catch(send).catch(send);
        const responded = await response.text();
        if (response.status === 200 && /^{"ok":true,"outcome":"(handled|unknown)"}$/.test(responded)) sent.add(text);
        else if (!decides || response.status !== 400 || !responded.startsWith('{"code":"SCHEMA"'))
          wrong.push(`${name}: ${response.status} ${responded}`);
      }
    };
    await Promise.all(Array.from({ length: 8 }, work));
    await served.close();
    expect(wrong).toEqual([]);
    expect(delivered).toEqual(sent);
    expect(sent.size).toBeGreaterThan(1_000);
  },
);
