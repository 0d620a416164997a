import { expectContract } from "../contract/expect-contract.ts";
import { fastifySetUps } from "./set-ups.ts";

expectContract("greenhookPlugin", fastifySetUps);
