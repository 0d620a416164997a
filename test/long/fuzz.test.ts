import { sample } from "fast-check";
import { expect, test } from "vitest";
import { mutation } from "../contract/mutations.ts";
import { oneSetUpOfEach } from "../contract/set-ups.ts";
import { fuzzSetUp } from "./fuzz-set-up.ts";

const seconds = Number(process.env["FUZZ_SECONDS"] ?? 30);

/** The statuses of the table of deliveries, those that Node's parser and frameworks' routers answer by themselves, and a closed connection. */
const allowed = new Set(["200", "400", "401", "404", "405", "408", "413", "415", "417", "431", "500", "503", "100", "closed"]);

const bodies = sample(mutation, 2000);

/** Requests with bytes changed in the head, in the body, or in neither; a few with a length that is wrong. */
function makeRequest(): Uint8Array {
  const { body } = bodies[random(bodies.length)] ?? { body: new Uint8Array(0) };
  const length = random(10) === 0 ? random(5000) : body.length;
  const framing = random(5) === 0 ? "Transfer-Encoding: chunked" : `Content-Length: ${length}`;
  const more =
    ["", "Content-Encoding: gzip\r\n", "Expect: 100-continue\r\n", "Connection: close\r\n", "Authorization: x\r\n"][random(25)] ?? "";
  const head = `POST / HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer contract-token\r\nContent-Type: application/json\r\n${more}${framing}\r\n\r\n`;
  const content = framing.startsWith("T") ? [Buffer.from(`${body.length.toString(16)}\r\n`), body, Buffer.from("\r\n0\r\n\r\n")] : [body];
  const bytes = Buffer.concat([Buffer.from(head), ...content]);
  for (let changes = random(3) === 0 ? random(6) : 0; changes > 0; changes--) bytes[random(bytes.length)] = random(256);
  return random(20) === 0 ? bytes.subarray(0, random(bytes.length)) : bytes;
}

function random(below: number): number {
  return Math.floor(Math.random() * below);
}

test.each(oneSetUpOfEach.map(({ name }, index) => ({ name, index })))(
  `${seconds} s of fuzzed bytes get only known answers: $name`,
  async ({ name, index }) => {
    const { requests, statuses, alive, heapBytes } = await fuzzSetUp(index, seconds * 1000, makeRequest);
    const [first, last] = heapBytes.map((bytes) => Math.round(bytes / 1024 / 102.4) / 10) as [number, number];
    console.log(`${name}: ${requests} requests, ${JSON.stringify(statuses)}, heap ${first} to ${last} MiB`);
    expect(alive).toBe(true);
    expect(Object.keys(statuses).filter((status) => !allowed.has(status))).toEqual([]);
    expect(statuses["200"]).toBeGreaterThan(seconds);
    expect(last - first).toBeLessThan(5);
  },
);
