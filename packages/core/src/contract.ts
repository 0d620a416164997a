export type { ContractCase, ContractRequest } from "./contract/contract-case.ts";
export { contractCases } from "./contract/contract-cases.ts";
export { createContractHandler, type ContractHandlerOptions } from "./contract/create-contract-handler.ts";
export { runContract, type ContractResult, type RunContractOptions } from "./contract/run-contract.ts";
