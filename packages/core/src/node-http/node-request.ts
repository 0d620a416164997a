/** Node's `IncomingMessage`, as far as adapters look at it; Express's, Koa's and Fastify's requests have or hold one. */
export interface NodeRequest extends NodeReadable {
  readonly method?: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Names and values in turn, doubles included. */
  readonly rawHeaders: readonly string[];
  readonly httpVersionMajor?: number;
  readonly socket?: { readonly remoteAddress?: string | undefined } | null;
}

/** A readable stream of Node's, as far as a body is read from it. */
export interface NodeReadable {
  /** Whether any data was taken out of it. */
  readonly readableDidRead?: boolean;
  readonly readableEnded?: boolean;
  readonly destroyed?: boolean;
  on(event: "data", listener: (chunk: Uint8Array) => void): unknown;
  on(event: "end" | "close", listener: () => void): unknown;
  on(event: "error", listener: (error: Error) => void): unknown;
  removeListener(event: "data", listener: (chunk: Uint8Array) => void): unknown;
  removeListener(event: "end" | "close", listener: () => void): unknown;
  pause(): unknown;
  resume(): unknown;
}

/** Node's `ServerResponse`, as far as adapters answer with it. */
export interface NodeResponse {
  statusCode: number;
  readonly headersSent: boolean;
  readonly destroyed?: boolean;
  setHeader(name: string, value: string): unknown;
  write(bytes: Uint8Array): unknown;
  end(body?: string): unknown;
}

/** What a body parser left on a request, wherever the framework puts it. */
export interface ParsedBody {
  /** What it made of the body. */
  readonly body?: unknown;
  /** The bytes or the text, where it kept them. */
  readonly rawBody?: unknown;
}
