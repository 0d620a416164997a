import { expectContract } from "./expect-contract.ts";
import { nodeSetUps } from "./node-set-ups.ts";

expectContract("@greenhook/node", nodeSetUps);
