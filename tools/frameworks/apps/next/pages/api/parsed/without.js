import { createContractHandler } from "@greenhook/core/contract";
import { toNodeListener } from "@greenhook/node";

export default toNodeListener(createContractHandler({ quarantine: false }));
