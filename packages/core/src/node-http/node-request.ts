/** Node's `IncomingMessage`, as far as adapters look at it; Express's, Koa's and Fastify's requests have or hold one. */
export interface NodeRequest extends NodeReadable {
  /** The HTTP method, in capitals. Always there on a request of a server. */
  readonly method?: string | undefined;
  /** By name in lower case; repeated lines are joined or dropped, as Node does it. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Names and values in turn, doubles included. Absent or empty where a platform made the request: `headers` counts alone then. */
  readonly rawHeaders?: readonly string[];
  /** 2 for HTTP/2, where a connection is not closed with an answer. Absent counts as 1. */
  readonly httpVersionMajor?: number;
  /** The connection; its other end's address is absent once it is closed. */
  readonly socket?: { readonly remoteAddress?: string | undefined } | null;
}

/** A readable stream of Node's, as far as a body is read from it. */
export interface NodeReadable {
  /** Whether any data was taken out of it. */
  readonly readableDidRead?: boolean;
  /** Whether it was read to its end. */
  readonly readableEnded?: boolean;
  /** Whether it was closed, read to its end or not. */
  readonly destroyed?: boolean;
  /** Hears each piece of the body; makes the stream flow. */
  on(event: "data", listener: (chunk: Uint8Array) => void): unknown;
  /** Hears that all was read, or that the stream was closed. */
  on(event: "end" | "close", listener: () => void): unknown;
  /** Hears why reading failed. */
  on(event: "error", listener: (error: Error) => void): unknown;
  /** Stops hearing the pieces. */
  removeListener(event: "data", listener: (chunk: Uint8Array) => void): unknown;
  /** Stops hearing the end. */
  removeListener(event: "end" | "close", listener: () => void): unknown;
  /** Stops the flow; what comes meanwhile waits. */
  pause(): unknown;
  /** Lets it flow again. */
  resume(): unknown;
}

/** Node's `ServerResponse`, as far as adapters answer with it. */
export interface NodeResponse {
  /** The HTTP status to answer with; set before the head is out. */
  statusCode: number;
  /** Whether the head is out: no second answer can be given then. */
  readonly headersSent: boolean;
  /** Whether the connection is gone, so that nothing can be answered. */
  readonly destroyed?: boolean;
  /** Sets a header of the answer. */
  setHeader(name: string, value: string): unknown;
  /** Sends a piece of the answer. */
  write(bytes: Uint8Array): unknown;
  /** Sends the rest and ends the answer. */
  end(body?: string): unknown;
}

/** What a body parser left on a request, wherever the framework puts it. */
export interface ParsedBody {
  /** What it made of the body. */
  readonly body?: unknown;
  /** The bytes or the text, where it kept them. */
  readonly rawBody?: unknown;
}
