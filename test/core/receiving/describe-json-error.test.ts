import { describeJsonError } from "@greenhook/core";
import { expect, test } from "vitest";

test.each<[text: string, described: string | undefined]>([
  ['{"a":1}', undefined],
  [" 1 ", undefined],
  ["", "it is empty"],
  [" \r\n\t", "it is empty"],
  ['{"token":"secret",}', "there is a comma too many, at column 19"],
  ['{\n  "a": tru\n}', "a value should be here, at line 2, column 8"],
  ['{"a":1.}\n', "a digit should be here, at column 8"],
  ["[".repeat(100_000), "it is nested more than 64 levels deep"],
])("describeJsonError(%j) says where, and quotes nothing", (text, described) => {
  expect(describeJsonError(text)).toBe(described);
});
