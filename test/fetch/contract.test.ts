import { expectContract } from "../contract/expect-contract.ts";
import { fetchSetUps } from "./set-ups.ts";

expectContract("toFetchHandler()", fetchSetUps);
