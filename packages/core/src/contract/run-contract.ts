import type { ContractCase, ContractRequest } from "./contract-case.ts";
import { contractCases } from "./contract-cases.ts";
import { describeResponse } from "./describe-response.ts";
import { fetchOfRuntime, type FetchResponse } from "./fetch-of-runtime.ts";

/** Options of {@link runContract}. */
export interface RunContractOptions {
  /** Whether the handler has a quarantine: column `Q` is expected then, else column `D`. */
  readonly quarantine: boolean;
  /**
   * Whether a body parser reads the body before the adapter sees it: each case's `behindBodyParser` is right as well then.
   *
   * @default false
   */
  readonly behindBodyParser?: boolean;
  /**
   * The cases to run.
   *
   * @default contractCases
   * @example
   * contractCases.filter(({ id }) => id.startsWith("26."))
   */
  readonly cases?: readonly ContractCase[];
}

/** The result of one case. */
export interface ContractResult {
  readonly id: string;
  readonly title: string;
  /** Whether every response was one of the expected. */
  readonly passed: boolean;
  /** Such as `"401 AUTH_MISSING"`. */
  readonly expected: string;
  /** The same, or the first response that differs; `"no response"` where there was none. */
  readonly actual: string;
}

/**
 * Sends every case to a server whose handler is a contract handler, and compares the responses. Needs only `fetch`. Never rejects.
 *
 * @example
 * const failed = (await runContract("http://127.0.0.1:3000/", { quarantine: false })).filter(({ passed }) => !passed);
 */
export async function runContract(url: string, options: RunContractOptions): Promise<readonly ContractResult[]> {
  const { cases = contractCases } = options;
  const results: ContractResult[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let index = next++; index < cases.length; index = next++) results[index] = await run(url, cases[index]!, options);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}

/** How many cases are in flight at a time: a few, since some wait for a deadline. */
const lanes = 4;

async function run(
  url: string,
  { id, title, request, expected, ...rest }: ContractCase,
  options: RunContractOptions,
): Promise<ContractResult> {
  const right = options.quarantine ? expected.Q : expected.D;
  const accepted = options.behindBodyParser === true ? [right, ...(rest.behindBodyParser ?? [])] : [right];
  const responses = await Promise.all(Array.from({ length: request.times ?? 1 }, () => responseTo(url, request)));
  const wrong = responses.find((response) => !accepted.includes(response));
  return { id, title, passed: wrong === undefined, expected: accepted.join(", or "), actual: wrong ?? responses[0] ?? "nothing sent" };
}

async function responseTo(url: string, request: ContractRequest): Promise<string> {
  const { fetch, AbortController } = fetchOfRuntime();
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), 10_000);
  try {
    const { body } = request;
    const response: FetchResponse = await fetch(url, {
      method: request.method ?? "POST",
      headers: headersOf(request),
      signal: timeout.signal,
      ...(body === undefined ? undefined : { body: isPieces(body) ? streamOf(body) : encoded(body), duplex: "half" }),
    });
    return describeResponse(response, await response.text(), request.method ?? "POST");
  } catch {
    return "no response";
  } finally {
    clearTimeout(timer);
  }
}

/** From a text `fetch` would derive a Content-Type of its own. */
function encoded(body: string | Uint8Array): Uint8Array {
  return typeof body === "string" ? new TextEncoder().encode(body) : body;
}

function isPieces(body: string | Uint8Array | readonly Uint8Array[]): body is readonly Uint8Array[] {
  return Array.isArray(body);
}

function headersOf({ headers }: ContractRequest): Record<string, string> {
  const all = { authorization: "Bearer contract-token", "content-type": "application/json", ...headers };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ""));
}

function streamOf(pieces: readonly Uint8Array[]): object {
  const { ReadableStream } = fetchOfRuntime();
  const left = pieces.filter((piece) => piece.byteLength > 0);
  return new ReadableStream({
    pull(controller) {
      const piece = left.shift();
      if (piece === undefined) controller.close();
      else controller.enqueue(piece);
    },
  });
}
