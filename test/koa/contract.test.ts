import { expectContract } from "../contract/expect-contract.ts";
import { koaSetUps } from "./set-ups.ts";

expectContract("toKoaMiddleware()", koaSetUps);
