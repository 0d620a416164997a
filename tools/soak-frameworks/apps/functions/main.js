import { http } from "@google-cloud/functions-framework";
import { createContractHandler } from "@greenhook/core/contract";
import { toNodeListener } from "@greenhook/node";

const without = toNodeListener(createContractHandler({ quarantine: false }));
const withQuarantine = toNodeListener(createContractHandler({ quarantine: true }));
http("webhook", (request, response) => (request.path.startsWith("/without") ? without : withQuarantine)(request, response));
