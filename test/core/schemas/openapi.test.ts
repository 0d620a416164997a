import { createRequire } from "node:module";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { readFixtures } from "../../fixtures/read-fixtures.ts";

interface Document {
  readonly openapi: string;
  readonly info: { readonly version: string };
  readonly webhooks: Readonly<Record<string, { post: Operation }>>;
}

interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated?: true;
  readonly requestBody: { content: { "application/json": { schema: { $ref: string } } } };
}

const require = createRequire(import.meta.url);
const document = require("@greenhook/core/openapi.json") as Document;

const ajv = new Ajv2020({ allowUnionTypes: true, strictSchema: false }).addSchema(document, "openapi");

test.each(readFixtures())("openapi.json accepts $name where it says that it comes", ({ notification }) => {
  const { $ref } = document.webhooks[notification.typeWebhook]!.post.requestBody.content["application/json"].schema;
  expect(ajv.validate({ $ref: `openapi${$ref}` }, notification)).toBe(true);
  expect(ajv.validate({ $ref: `openapi${$ref}` }, { ...notification, instanceData: {} })).toBe(false);
});

test("openapi.json is OpenAPI 3.1 of this version, with a webhook for each kind", () => {
  expect(document.openapi).toBe("3.1.0");
  expect(document.info.version).toBe((require("@greenhook/core/package.json") as { version: string }).version);
  expect(new Set(Object.keys(document.webhooks))).toEqual(new Set(readFixtures().map(({ notification }) => notification.typeWebhook)));
});

test("openapi.json says what each kind is, and which are deprecated", () => {
  const operations = Object.entries(document.webhooks).map(([kind, { post }]) => ({ kind, ...post }));
  expect(operations.filter(({ summary = "", description = "" }) => !/^[A-Z].+\.$/.test(summary) || description === "")).toEqual([]);
  expect(document.webhooks["incomingCall"]?.post).toMatchObject({
    summary: "A call to the account, and its result.",
    description: "Setting `incomingCallWebhook`.",
  });
  expect(operations.filter(({ deprecated }) => deprecated).map(({ kind }) => kind)).toEqual([
    "statusInstanceChanged",
    "deviceInfo",
    "incomingBlock",
  ]);
});
