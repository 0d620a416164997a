export type { Ability, InboxContractCase } from "./contract/inbox-contract-case.ts";
export { inboxContractCases } from "./contract/inbox-contract-cases.ts";
export { runInboxContract } from "./contract/run-inbox-contract.ts";
export type { InboxContractOptions, InboxContractResult } from "./contract/run-inbox-contract.ts";
export type { EngineUnderTest } from "./contract/engine-under-test.ts";
export type { InboxBench } from "./contract/inbox-bench.ts";
export type { EngineRun, InboxEngine, SearchableEngine } from "./engine/inbox-engine.ts";
