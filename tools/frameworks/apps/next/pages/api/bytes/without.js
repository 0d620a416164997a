import { createContractHandler } from "@greenhook/core/contract";
import { toNodeListener } from "@greenhook/node";

export const config = { api: { bodyParser: false } };
export default toNodeListener(createContractHandler({ quarantine: false }));
