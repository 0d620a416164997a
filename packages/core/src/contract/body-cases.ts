import { bytesOf } from "./contract-body.ts";
import type { ContractCase, ContractRequest } from "./contract-case.ts";

/** Empty bodies, and bodies that are no object: rows 45 and 57. */
export const bodyCases: readonly ContractCase[] = [
  empty("45.1", "no body", {}),
  empty("45.2", "an empty body", { body: "" }),
  empty("45.3", "an empty body without a length", { body: [new Uint8Array(0)] }),
  empty("45.4", "whitespace", { body: " \r\n\t " }),
  empty("45.5", "a byte order mark alone", { body: bytesOf([0xef, 0xbb, 0xbf]) }),
  ...["[]", "null", "1", '"text"', "true", '[{"typeWebhook":"incomingCall"}]'].map((body, index) => notObject(`57.${index + 1}`, body)),
];

function empty(id: string, title: string, request: ContractRequest): ContractCase {
  const response = "400 BODY_EMPTY";
  // Parsers make {} of nothing, or refuse it.
  return {
    id,
    title,
    request,
    expected: { D: response, Q: response },
    behindBodyParser: ["400 foreign", "400 SCHEMA", "200 quarantined SCHEMA"],
  };
}

function notObject(id: string, body: string): ContractCase {
  return {
    id,
    title: `${body} instead of an object`,
    request: { body },
    expected: { D: "400 SHAPE", Q: "200 quarantined SHAPE" },
    behindBodyParser: ["400 foreign"],
  };
}
