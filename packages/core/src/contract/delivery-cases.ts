import type { ContractCase } from "./contract-case.ts";
import { contractNotification } from "./contract-body.ts";

/** Handlers that fail, hang or run twice at once: rows 79 to 82. */
export const deliveryCases: readonly ContractCase[] = [
  delivered("79", "a handler that never ends", "CONTRACT-HANGS", "503 DEADLINE"),
  delivered("80.1", "a handler that throws", "CONTRACT-THROWS", "500 HANDLER_FAILED"),
  delivered("80.2", "a handler that rejects", "CONTRACT-REJECTS", "500 HANDLER_FAILED"),
  delivered("80.3", "a handler that throws null", "CONTRACT-THROWS-NULL", "500 HANDLER_FAILED"),
  {
    id: "80.4",
    title: "a quarantine that fails",
    request: { body: contractNotification({ idMessage: "CONTRACT-QUARANTINE-FAILS", typeWebhook: 1 }) },
    expected: { D: "400 SCHEMA", Q: "500 QUARANTINE_FAILED" },
  },
  delivered("82", "the same notification while the first is in flight", "CONTRACT-ALONE", "200", 3),
];

function delivered(id: string, title: string, idMessage: string, response: string, times = 1): ContractCase {
  return { id, title, request: { body: contractNotification({ idMessage }), times }, expected: { D: response, Q: response } };
}
