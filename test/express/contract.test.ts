import { expectContract } from "../contract/expect-contract.ts";
import { expressSetUps } from "./set-ups.ts";

expectContract("toExpressHandler()", expressSetUps);
