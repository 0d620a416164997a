import { createContractHandler } from "@greenhook/core/contract";
import { toFetchHandler } from "@greenhook/fetch";

const server = Bun.serve({ port: 0, hostname: "127.0.0.1", fetch: toFetchHandler(createContractHandler({ quarantine: false })) });
console.log(`port ${server.port}`);
