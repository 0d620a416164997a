import { authenticationCases } from "./authentication-cases.ts";
import { bodyCases } from "./body-cases.ts";
import type { ContractCase } from "./contract-case.ts";
import { deliveryCases } from "./delivery-cases.ts";
import { headerCases } from "./header-cases.ts";
import { jsonCases } from "./json-cases.ts";
import { notificationCases } from "./notification-cases.ts";

/** All cases, by row. They leave out what `fetch` can't send: two Authorization lines, a connection that breaks. */
export const contractCases: readonly ContractCase[] = [
  ...authenticationCases,
  ...headerCases,
  ...jsonCases,
  ...bodyCases,
  ...notificationCases,
  ...deliveryCases,
];
