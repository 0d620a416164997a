import type { ContractCase, ContractRequest } from "./contract-case.ts";
import { contractCases } from "./contract-cases.ts";
import { describeAnswer } from "./describe-answer.ts";
import { fetchOfRuntime, type Answer } from "./fetch-of-runtime.ts";

/** What {@link runContract} takes. */
export interface RunContractOptions {
  /** What the handler was made with: column `Q` is expected then, else column `D`. */
  readonly quarantine: boolean;
  /** Whether a body parser reads the body before the adapter sees it: each case's `behindBodyParser` is right as well then. Default: `false`. */
  readonly behindBodyParser?: boolean;
  /** Which cases to run. Default: `contractCases`. */
  readonly cases?: readonly ContractCase[];
}

/** What came of one case. */
export interface ContractResult {
  /** The case's `id`. */
  readonly id: string;
  /** The case's `title`. */
  readonly title: string;
  /** Whether every answer to it was one of the expected. */
  readonly passed: boolean;
  /** Such as `"401 AUTH_MISSING"`. */
  readonly expected: string;
  /** The same, or what differs: another status or code, or `"no answer"`. */
  readonly actual: string;
}

/**
 * Sends every case to a server whose handler is a contract handler, and says which were answered as they must be. Needs nothing but `fetch`.
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

/** How many cases are under way at a time: a few, since some wait for a deadline. */
const lanes = 4;

async function run(
  url: string,
  { id, title, request, expected, ...rest }: ContractCase,
  options: RunContractOptions,
): Promise<ContractResult> {
  const right = options.quarantine ? expected.Q : expected.D;
  const accepted = options.behindBodyParser === true ? [right, ...(rest.behindBodyParser ?? [])] : [right];
  const answers = await Promise.all(Array.from({ length: request.times ?? 1 }, () => answerTo(url, request)));
  const wrong = answers.find((answer) => !accepted.includes(answer));
  return { id, title, passed: wrong === undefined, expected: accepted.join(", or "), actual: wrong ?? answers[0] ?? "nothing sent" };
}

async function answerTo(url: string, request: ContractRequest): Promise<string> {
  const { fetch, AbortController } = fetchOfRuntime();
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), 10_000);
  try {
    const { body } = request;
    const answer: Answer = await fetch(url, {
      method: request.method ?? "POST",
      headers: headersOf(request),
      signal: patience.signal,
      ...(body === undefined ? undefined : { body: isPieces(body) ? streamOf(body) : bytesOf(body), duplex: "half" }),
    });
    return describeAnswer(answer, await answer.text(), request.method ?? "POST");
  } catch {
    return "no answer";
  } finally {
    clearTimeout(timer);
  }
}

/** Without a body's text `fetch` would add a Content-Type of its own. */
function bytesOf(body: string | Uint8Array): Uint8Array {
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
