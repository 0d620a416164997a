export type { ContractCase, ContractRequest } from "./contract/contract-case.ts";
export { contractCases } from "./contract/contract-cases.ts";
export { createContractHandler, type ContractHandlerOptions } from "./contract/create-contract-handler.ts";
export type { DuplicateStoreBench, DuplicateStoreContractCase } from "./contract/duplicate-store-case.ts";
export { duplicateStoreContractCases } from "./contract/duplicate-store-cases.ts";
export {
  runDuplicateStoreContract,
  type DuplicateStoreContractOptions,
  type DuplicateStoreContractResult,
} from "./contract/run-duplicate-store-contract.ts";
export type { Deliver } from "./receiving/deliver.ts";
export type { DeliveryContext, DeliverySource } from "./receiving/delivery-context.ts";
export type { DuplicateClaim, DuplicateStore } from "./receiving/duplicate-store.ts";
export type { WebhookBody, WebhookHandler, WebhookRequest } from "./webhook/webhook-request.ts";
export type { WebhookResponse } from "./webhook/webhook-response.ts";
export { runContract, type ContractResult, type RunContractOptions } from "./contract/run-contract.ts";
