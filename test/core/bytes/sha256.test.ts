import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { portableSha256, sha256 } from "../../../packages/core/src/bytes/sha256.ts";

const expected = (text: string) => createHash("sha256").update(text).digest("base64url");

test.each([
  ["", "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU"],
  ["abc", "ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0"],
  ["abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "JI1qYdIGOLjlwCaTDD5gOaM85Flk_yFn9uzt1BnbBsE"],
])("the digest of %j is the one that FIPS 180-4's examples have", (text, digest) => {
  expect(portableSha256(text)).toBe(digest);
  expect(sha256(text)).toBe(digest);
});

test("both digests are the same for texts of each length up to three blocks, and for whatever is in them", () => {
  for (let length = 0; length < 200; length += 1) expect(portableSha256("x".repeat(length))).toBe(expected("x".repeat(length)));
  fc.assert(
    fc.property(fc.array(fc.nat(0xffff), { maxLength: 70 }), (units) => {
      const text = String.fromCharCode(...units);
      expect(portableSha256(text)).toBe(expected(text));
      expect(sha256(text)).toBe(expected(text));
    }),
    { seed: 20_261_125, numRuns: 50 },
  );
});
