import { readdirSync, readFileSync } from "node:fs";
import { createWebhookHandler, parseNotification, unknownFieldsOf } from "@greenhook/core";
import { expect, test } from "vitest";

const fixtures = new URL("../../fixtures/", import.meta.url);
const samples = readdirSync(new URL("vendor-samples/", fixtures))
  .filter((file) => file.endsWith(".json"))
  .map((file) => ({ file, value: JSON.parse(readFileSync(new URL(`vendor-samples/${file}`, fixtures), "utf8")) as unknown }));

/** The numbers and lists of the README's table, by what they count. */
const table = new Map(
  readFileSync(new URL("README.md", fixtures), "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .map((line) => line.slice(2, -2).split(" | ") as [string, string]),
);

test("every sample of the vendor's is delivered, as the README says", async () => {
  const delivered: unknown[] = [];
  const handler = createWebhookHandler({ allowUnauthenticated: true, deliver: ({ value }) => void delivered.push(value) });
  for (const { value } of samples) {
    expect(await handler({ method: "POST", authorization: [], body: { kind: "read", value } })).toMatchObject({ status: 200 });
  }
  expect(delivered).toEqual(samples.map(({ value }) => value));
  expect([`${samples.length}`, `${delivered.length}`]).toEqual([table.get("samples"), table.get("delivered")]);
});

test("the samples that are known, and the fields that have no type, are those of the README", () => {
  const parsed = samples.map(({ file, value }) => ({ file, ...parseNotification(value) }));
  const known = parsed.filter(({ kind, issues }) => kind === "known" && issues === undefined);
  expect(`${known.length}`).toBe(table.get("known, without issues"));
  const others = parsed.filter((each) => !known.includes(each)).map(({ file }) => `\`${file}\``);
  expect(others.join(", ")).toBe(table.get("unknown: a quota labelled `incomingBlock`"));
  const fields = parsed.flatMap((each) => (each.kind === "known" ? unknownFieldsOf(each.notification) : []));
  expect([...new Set(fields)].join(", ") || "none").toBe(table.get("fields that the types lack"));
});

test("each sample has its name in the index", () => {
  const index = readFileSync(new URL("vendor-samples/INDEX.tsv", fixtures), "utf8").trim().split("\n").slice(1);
  expect(index.map((line) => line.split("\t")[0])).toEqual(samples.map(({ file }) => file));
});
