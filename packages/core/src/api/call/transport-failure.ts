/** Why there is no response, as a code alone: the runtime's own error may hold addresses and parts of the response, and is dropped. */
export class TransportFailure extends Error {
  override readonly name = "TransportFailure";
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** The code of the runtime's error or of one of its causes. */
export function failureFrom(thrown: unknown): TransportFailure {
  for (let error = thrown, depth = 0; typeof error === "object" && error !== null && depth < 5; depth += 1) {
    if (error instanceof TransportFailure) return error;
    const { name, code, cause } = error as { name?: unknown; code?: unknown; cause?: unknown };
    // undici gives no code to this one, and keeps the response in it.
    if (name === "HTTPParserError") return new TransportFailure("NOT_HTTP");
    if (typeof code === "string" && /^[A-Z][A-Z0-9_]{2,63}$/.test(code)) return new TransportFailure(timeouts.has(code) ? "TIMEOUT" : code);
    error = cause;
  }
  return new TransportFailure("NETWORK");
}

const timeouts = new Set(["UND_ERR_CONNECT_TIMEOUT", "UND_ERR_HEADERS_TIMEOUT", "UND_ERR_BODY_TIMEOUT", "ETIMEDOUT"]);
