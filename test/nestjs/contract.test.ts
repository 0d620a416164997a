import { expectContract } from "../contract/expect-contract.ts";
import { nestSetUps } from "./set-ups.ts";

expectContract("GreenhookModule", nestSetUps);
