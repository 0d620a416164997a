import type { ContractCase } from "./contract-case.ts";
import { contractNotification } from "./contract-body.ts";

const piece = new Uint8Array(65_536).fill(32);
const tenMegabytes = Array.from({ length: 160 }, () => piece);

/** Tokens: rows 1 to 18. */
export const authenticationCases: readonly ContractCase[] = [
  accepted("1", "the right Bearer token", "Bearer contract-token"),
  accepted("2", "the right Basic token", "Basic Y29udHJhY3Q6dG9rZW4="),
  accepted("3.1", "the scheme in another case", "bEaReR contract-token"),
  accepted("3.2", "several spaces after the scheme", "Bearer    contract-token"),
  denied("4", "no Authorization header", "", "AUTH_MISSING"),
  denied("5", "a wrong token of equal length", "Bearer contract-tokem", "AUTH_INVALID"),
  denied("6.1", "a wrong token of another length", "Bearer contract-token-and-more", "AUTH_INVALID"),
  denied("6.2", "a token that begins right", "Bearer contract", "AUTH_INVALID"),
  denied("6.3", "a wrong token of 8 kB", `Bearer ${"x".repeat(8000)}`, "AUTH_INVALID"),
  denied("6.4", "the right token in the wrong scheme", "Basic contract-token", "AUTH_INVALID"),
  denied("7", "a scheme alone", "Bearer", "AUTH_MALFORMED"),
  denied("7.1", "a token alone", "contract-token", "AUTH_MALFORMED"),
  denied("9", "two values joined by a comma", "Bearer contract-token, Bearer other", "AUTH_AMBIGUOUS"),
  denied("10", "Basic with junk after the padding", "Basic Y29udHJhY3Q6dG9rZW4=!!", "AUTH_INVALID"),
  accepted("11", "Basic, a user beyond ASCII and a password with a colon", "Basic SsO8cmdlbjpwYXNzOndvcmQ="),
  accepted("12.1", "the second of two overlapping tokens", "Bearer contract-token-to-come"),
  denied("12.2", "a token that was valid once", "Bearer contract-token-of-yesterday", "AUTH_INVALID"),
  {
    id: "18",
    title: "a wrong token with a body of 10 MB",
    request: { headers: { authorization: "Bearer wrong" }, body: tenMegabytes },
    expected: { D: "401 AUTH_INVALID", Q: "401 AUTH_INVALID" },
    behindBodyParser: ["400 foreign", "413 foreign"],
  },
];

function accepted(id: string, title: string, authorization: string): ContractCase {
  return { id, title, request: { headers: { authorization }, body: contractNotification() }, expected: { D: "200", Q: "200" } };
}

function denied(id: string, title: string, authorization: string, code: string): ContractCase {
  const response = `401 ${code}`;
  return { id, title, request: { headers: { authorization }, body: contractNotification() }, expected: { D: response, Q: response } };
}
