import { expectContract } from "../../contract/expect-contract.ts";
import { moreNestSetUps } from "../../nestjs/set-ups.ts";

expectContract("GreenhookModule", moreNestSetUps);
