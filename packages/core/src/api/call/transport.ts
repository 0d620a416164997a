import { JoinedBytes } from "../../bytes/joined-bytes.ts";

/** Sends one request and reads its whole answer. The one part of the client that differs between runtimes. */
export interface Transport {
  /** Resolves to the answer whatever its status. @throws {TransportFailure} anything else; or the signal's reason. */
  readonly send: (request: TransportRequest) => Promise<TransportAnswer>;
}

/** What a transport is made with. */
export interface TransportOptions {
  /** How long connecting may take. Milliseconds. */
  readonly connectTimeoutMilliseconds: number;
  /** Whether `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` count. */
  readonly proxy?: "env" | undefined;
  /** The token as it stands in URLs: kept from whatever the runtime tells observers. */
  readonly secret: string;
}

/** One request. */
export interface TransportRequest {
  /** With the token in it: never to be shown. */
  readonly url: string;
  readonly verb: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | undefined;
  /** The answer's body may have this many bytes. */
  readonly maxAnswerBytes: number;
  readonly signal: AbortSignal;
  /** Called when the answer's headers are there. */
  readonly onHeaders: () => void;
}

/** One answer. */
export interface TransportAnswer {
  readonly status: number;
  readonly retryAfter?: string | undefined;
  readonly bytes: Uint8Array;
}

/** Why there is no answer, as a code alone: what the runtime threw may hold addresses and parts of the answer, and is dropped. */
export class TransportFailure extends Error {
  override readonly name = "TransportFailure";
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** The code of what the runtime threw, its causes included. */
export function failureOf(thrown: unknown): TransportFailure {
  for (let error = thrown, depth = 0; typeof error === "object" && error !== null && depth < 5; depth += 1) {
    if (error instanceof TransportFailure) return error;
    const { name, code, cause } = error as { name?: unknown; code?: unknown; cause?: unknown };
    // undici gives no code to this one, and keeps the answer in it.
    if (name === "HTTPParserError") return new TransportFailure("NOT_HTTP");
    if (typeof code === "string" && /^[A-Z][A-Z0-9_]{2,63}$/.test(code)) return new TransportFailure(timeouts.has(code) ? "TIMEOUT" : code);
    error = cause;
  }
  return new TransportFailure("NETWORK");
}

const timeouts = new Set(["UND_ERR_CONNECT_TIMEOUT", "UND_ERR_HEADERS_TIMEOUT", "UND_ERR_BODY_TIMEOUT", "ETIMEDOUT"]);

/** Joins the chunks of an answer, counting. @throws {TransportFailure} `TOO_LARGE` */
export async function joinWithin(chunks: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const body = new JoinedBytes();
  for await (const chunk of chunks) {
    if (body.length + chunk.byteLength > maxBytes) throw new TransportFailure("TOO_LARGE");
    body.add(chunk);
  }
  return body.joined();
}
