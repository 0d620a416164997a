// Bodies that others published are not ours to keep here: CORPUS=<folder> npm test checks a folder of them, with its INDEX.tsv.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseNotification } from "@greenhook/core";
import { describe, expect, test } from "vitest";

const folder = process.env["CORPUS"];

describe.skipIf(folder === undefined)("every published body", () => {
  const evidence = new Map(linesOf(folder, "INDEX.tsv").map((line) => line.split("\t").slice(0, 2) as [string, string]));
  const files = folder === undefined ? [] : readdirSync(folder).filter((file) => file.endsWith(".json"));

  test.each(files)("%s parses as known, unless it lacks what every other source has", (file) => {
    const parsed = parseNotification(JSON.parse(readFileSync(join(folder ?? "", file), "utf8")));
    if (parsed.kind === "known") return;
    console.log(`${file} (${evidence.get(file)}): ${parsed.kind}`, parsed.kind === "malformed" ? parsed.issues : parsed.typeMessage);
    expect(evidence.get(file)).toBe("reconstructed");
    // The common parts, which no other source lacks, are all that may be missing; or the type is in no source.
    const lacking = parsed.kind === "malformed" ? parsed.issues.map(({ path, message }) => `${path} ${message}`) : [];
    expect(["instanceData", "timestamp", "idMessage", "senderData"].map((part) => `${part} is missing`)).toEqual(
      expect.arrayContaining(lacking),
    );
  });
});

function linesOf(directory: string | undefined, file: string): readonly string[] {
  if (directory === undefined || !existsSync(join(directory, file))) return [];
  return readFileSync(join(directory, file), "utf8").trim().split("\n").slice(1);
}
