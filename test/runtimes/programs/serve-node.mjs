import { createServer } from "node:http";
import { createContractHandler } from "@greenhook/core/contract";
import { toNodeListener } from "@greenhook/node";

const listener = toNodeListener(createContractHandler({ quarantine: false }));
const server = createServer((request, response) => void listener(request, response));
server.listen(0, "127.0.0.1", () => console.log(`port ${server.address().port}`));
