// After the build: writes the OpenAPI document of all notifications, which @greenhook/core ships as dist/openapi.json.
import { readFileSync, writeFileSync } from "node:fs";
import { openApiDocument } from "../packages/core/dist/schemas/openapi-document.js";

const core = new URL("../packages/core/", import.meta.url);
const { version } = JSON.parse(readFileSync(new URL("package.json", core), "utf8"));
writeFileSync(new URL("dist/openapi.json", core), `${JSON.stringify(openApiDocument(version), null, 2)}\n`);
