// After the build: writes the OpenAPI document of all notifications, which @greenhook/core ships as dist/openapi.json.
import { readFileSync, writeFileSync } from "node:fs";
import { openApiDocument } from "../packages/core/dist/schemas/openapi-document.js";

const core = new URL("../packages/core/", import.meta.url);
const { version } = JSON.parse(readFileSync(new URL("package.json", core), "utf8"));
const document = openApiDocument(version);
// The docstrings of NotificationByTypeWebhook: what a kind is, then its setting.
const table = readFileSync(new URL("src/notifications/notification.ts", core), "utf8");
for (const [, summary, description, kind] of table.matchAll(/^ {2}\/\*\* ([^.]+\.) (.+) \*\/\n {2}(\w+): /gm)) {
  const deprecated = description.includes("deprecated") ? { deprecated: true } : undefined;
  Object.assign(document.webhooks[kind].post, { summary, description, ...deprecated });
}
writeFileSync(new URL("dist/openapi.json", core), `${JSON.stringify(document, null, 2)}\n`);
