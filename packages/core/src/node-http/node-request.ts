/** The members of Node's `IncomingMessage` that adapters use. Express's, Koa's and Fastify's requests are or hold one. */
export interface NodeRequest extends NodeReadable {
  /** The HTTP method, in capitals. Present on every request of a server. */
  readonly method?: string | undefined;
  /** By name in lower case. Node joins repeated lines, or drops all but the first. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Names and values in turn, repeated lines included. Absent or empty where a platform made the request: then `headers` counts. */
  readonly rawHeaders?: readonly string[];
  /** 2 for HTTP/2, where a response doesn't close the connection. Absent counts as 1. */
  readonly httpVersionMajor?: number;
  /** The connection. The address of its remote end is absent once it is closed. */
  readonly socket?: { readonly remoteAddress?: string | undefined } | null;
}

/** The members of Node's `Readable` that a body is read with. */
export interface NodeReadable {
  /** Whether any data was read from it. */
  readonly readableDidRead?: boolean;
  /** The encoding of its chunks where `setEncoding` was called: they are texts then. */
  readonly readableEncoding?: string | null;
  /** Whether it was read to its end. */
  readonly readableEnded?: boolean;
  /** Whether it was closed, read to its end or not. */
  readonly destroyed?: boolean;
  on(event: "data", listener: (chunk: Uint8Array) => void): unknown;
  on(event: "end" | "close", listener: () => void): unknown;
  on(event: "error", listener: (error: Error) => void): unknown;
  removeListener(event: "data", listener: (chunk: Uint8Array) => void): unknown;
  removeListener(event: "end" | "close", listener: () => void): unknown;
  pause(): unknown;
  resume(): unknown;
}

/** The members of Node's `ServerResponse` that adapters use. */
export interface NodeResponse {
  statusCode: number;
  /** Whether the headers are out: there can be no second response then. */
  readonly headersSent: boolean;
  /** Whether the connection is gone. */
  readonly destroyed?: boolean;
  setHeader(name: string, value: string): unknown;
  write(bytes: Uint8Array): unknown;
  end(body?: string): unknown;
}

/** The members of a request, or of a context, on which body parsers leave their result. */
export interface ParsedBody {
  /** The value, the text or the bytes that a parser made of the body. */
  readonly body?: unknown;
  /** The bytes or the text, where the parser or the platform kept them. */
  readonly rawBody?: unknown;
}
