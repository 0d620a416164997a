import { completeCases } from "./complete-cases.ts";
import { deadCases } from "./dead-cases.ts";
import type { InboxContractCase } from "./inbox-contract-case.ts";
import { leaseCases } from "./lease-cases.ts";
import { orderCases } from "./order-cases.ts";
import { storingCases } from "./storing-cases.ts";

/** Every case that an engine must pass. */
export const inboxContractCases: readonly InboxContractCase[] = [
  ...storingCases,
  ...orderCases,
  ...deadCases,
  ...leaseCases,
  ...completeCases,
];
