import { expectContract } from "../contract/expect-contract.ts";
import { lambdaSetUps } from "./set-ups.ts";

expectContract("toLambdaHandler()", lambdaSetUps);
