export type { ContractCase, ContractRequest } from "./contract/contract-case.ts";
export { contractCases } from "./contract/contract-cases.ts";
export { createContractHandler, type ContractHandlerOptions } from "./contract/create-contract-handler.ts";
export type { Deliver } from "./receiving/deliver.ts";
export type { DeliveryContext, DeliverySource } from "./receiving/delivery-context.ts";
export type { WebhookBody, WebhookHandler, WebhookRequest } from "./webhook/webhook-request.ts";
export type { WebhookResponse } from "./webhook/webhook-response.ts";
export { runContract, type ContractResult, type RunContractOptions } from "./contract/run-contract.ts";
