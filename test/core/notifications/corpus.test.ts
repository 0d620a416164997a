// Bodies that others published are not ours to keep here: CORPUS=<folder> npm test checks a folder of them, with its INDEX.tsv.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseNotification } from "@greenhook/core";
import { jsonSchemaOf } from "@greenhook/core/schemas";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";

const folder = process.env["CORPUS"];

describe.skipIf(folder === undefined)("every published body", () => {
  const evidence = new Map(linesOf(folder, "INDEX.tsv").map((line) => line.split("\t").slice(0, 2) as [string, string]));
  const files = folder === undefined ? [] : readdirSync(folder).filter((file) => file.endsWith(".json"));

  test.each(files)("%s parses as known, unless it lacks what every other source has", (file) => {
    const parsed = parseNotification(JSON.parse(readFileSync(join(folder ?? "", file), "utf8")));
    if (parsed.kind === "known") return;
    console.log(`${file} (${evidence.get(file)}): ${parsed.kind}`, parsed.issues ?? parsed.kind);
    expect(evidence.get(file)).toBe("reconstructed");
    // The common parts, which no other source lacks, are all that may be missing; or the type is in no source.
    const lacking = (parsed.issues ?? []).map(({ path, message }) => `${path} ${message}`);
    expect(["instanceData", "timestamp", "idMessage", "senderData", "from"].map((part) => `${part} is missing`)).toEqual(
      expect.arrayContaining(lacking),
    );
  });
});

describe.skipIf(folder === undefined)("the JSON Schema of every published body's kind", () => {
  const ajv = new Ajv2020({ allowUnionTypes: true });
  const files = folder === undefined ? [] : readdirSync(folder).filter((file) => file.endsWith(".json"));

  test.each(files)("gives parseNotification()'s verdict on %s", (file) => {
    const value = JSON.parse(readFileSync(join(folder ?? "", file), "utf8")) as { readonly body?: object };
    const body = (value.body ?? value) as { readonly typeWebhook: "incomingCall"; readonly messageData?: { typeMessage: string } };
    const parsed = parseNotification(value);
    if (parsed.kind === "unknown" && parsed.issues === undefined) return;
    const ofKind: (typeWebhook: never, typeMessage?: never) => object = jsonSchemaOf;
    const schema = ofKind(body.typeWebhook as never, body.messageData?.typeMessage as never);
    expect(ajv.validate(schema, body)).toBe(parsed.kind === "known" && parsed.issues === undefined);
  });
});

function linesOf(directory: string | undefined, file: string): readonly string[] {
  if (directory === undefined || !existsSync(join(directory, file))) return [];
  return readFileSync(join(directory, file), "utf8").trim().split("\n").slice(1);
}
