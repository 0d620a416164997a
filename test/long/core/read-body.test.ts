import { expect, test } from "vitest";
import { megabytesForSingleBytes } from "../../core/webhook/megabytes-for-single-bytes.ts";

test("a body of 8 MiB in single bytes costs less than 64 MiB", async () => {
  expect(await megabytesForSingleBytes(8 * 1024 * 1024)).toBeLessThan(64);
});
