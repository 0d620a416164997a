import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const written = mkdtempSync(join(tmpdir(), "greenhook-api-reports-"));
afterAll(() => rmSync(written, { recursive: true }));
execFileSync(process.execPath, [join(root, "tools/api-reports.mjs"), written]);

test.each(readdirSync(written))("%s is what the entry point declares (npm run api rewrites it)", (report) => {
  expect(readFileSync(join(root, "etc", report), "utf8")).toBe(readFileSync(join(written, report), "utf8"));
});
