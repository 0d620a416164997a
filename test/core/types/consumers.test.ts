import { afterAll, expect, test } from "vitest";
import { compileConsumer, consumerFolder } from "./compile-consumer.ts";

const folder = consumerFolder();
afterAll(() => folder.remove());

const nodeNext = ["--module", "NodeNext"];

test("@greenhook/core/types costs a consumer that handles everything next to nothing", () => {
  const empty = compileConsumer(folder.path, "empty.ts", "typescript", nodeNext);
  const full = compileConsumer(folder.path, "types-only.ts", "typescript", nodeNext);
  expect(full.errors).toBe("");
  expect(full.instantiations - empty.instantiations).toBeLessThanOrEqual(100);
  expect(full.files - empty.files).toBeLessThanOrEqual(60);
});

test("@greenhook/core/types works from CommonJS TypeScript", () => {
  expect(compileConsumer(folder.path, "types-only.cts", "typescript", nodeNext).errors).toBe("");
});
