import { createContractHandler } from "@greenhook/core/contract";
import { toFetchHandler } from "@greenhook/fetch";

export default { fetch: toFetchHandler(createContractHandler({ quarantine: false })) };
