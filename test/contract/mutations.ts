import { contractCases } from "@greenhook/core/contract";
import { array, constant, constantFrom, double, nat, oneof, tuple, type Arbitrary } from "fast-check";

/** A body, and the headers that it is sent with. */
export interface Mutation {
  readonly body: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

/** Bodies to start from: those of the contract's cases that end on their own, up to a few kB. */
const seeds: readonly Uint8Array[] = contractCases.flatMap(({ request: { body, method } }) => {
  if (method !== undefined || (typeof body !== "string" && !(body instanceof Uint8Array))) return [];
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  return bytes.length > 4000 || Buffer.from(bytes).includes("CONTRACT-HANGS") ? [] : [bytes];
});

/** What breaks parsers, to be put in anywhere. */
const words = [
  '"',
  "\\",
  "\\u0000",
  "\\ud800",
  "{",
  "}",
  "[",
  "]",
  ",",
  ":",
  "null",
  "-0",
  "1e999",
  "\uFEFF",
  "\0",
  "\u2028",
  '"__proto__":{},',
]
  .map((word) => new TextEncoder().encode(word))
  .concat([[0xff], [0xc3], [0xed, 0xa0, 0x80], [0xf0, 0x9f]].map((bytes) => Uint8Array.from(bytes)));

type Change = (bytes: Uint8Array) => Uint8Array;

/** Where, as a share of the length. */
const place = double({ min: 0, max: 1, noNaN: true });
const at = (bytes: Uint8Array, share: number): number => Math.floor(share * bytes.length);
const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

const change: Arbitrary<Change> = oneof(
  tuple(place, nat(255)).map(
    ([share, byte]): Change =>
      (bytes) =>
        bytes.with(Math.min(at(bytes, share), bytes.length - 1), byte),
  ),
  tuple(place, constantFrom(...words)).map(([share, word]): Change => (bytes) => {
    return joined(bytes.subarray(0, at(bytes, share)), word, bytes.subarray(at(bytes, share)));
  }),
  tuple(place, nat(20)).map(([share, length]): Change => (bytes) => {
    return joined(bytes.subarray(0, at(bytes, share)), bytes.subarray(at(bytes, share) + length));
  }),
  tuple(place, nat(50)).map(([share, length]): Change => (bytes) => {
    return joined(bytes.subarray(0, at(bytes, share) + length), bytes.subarray(at(bytes, share)));
  }),
  place.map(
    (share): Change =>
      (bytes) =>
        bytes.slice(0, at(bytes, share)),
  ),
);

const headers = oneof(
  { weight: 8, arbitrary: constant({}) },
  { weight: 1, arbitrary: constantFrom("gzip", "identity", "br").map((encoding) => ({ "content-encoding": encoding })) },
  {
    weight: 1,
    arbitrary: constantFrom("text/plain", "application/json; charset=utf-16", "x").map((type) => ({ "content-type": type })),
  },
);

/** Bodies with up to four changes, most of them still close to something that is accepted. */
export const mutation: Arbitrary<Mutation> = tuple(constantFrom(...seeds), array(change, { minLength: 0, maxLength: 4 }), headers).map(
  ([seed, changes, sent]) => ({
    body: changes.reduce((bytes, make) => (bytes.length === 0 ? bytes : make(bytes)), seed),
    headers: sent,
  }),
);
