import { createContractHandler } from "@greenhook/core/contract";
import { toNodeListener } from "@greenhook/node";
import { fromNodeMiddleware } from "h3";

export default fromNodeMiddleware(toNodeListener(createContractHandler({ quarantine: false })));
