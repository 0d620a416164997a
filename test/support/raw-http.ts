import { connect, type Socket } from "node:net";

/** One response as it came over the socket. */
export interface RawResponse {
  readonly status: number;
  /** Names in lower case; doubles joined by a comma. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface RawExchange {
  /** Final responses; `100 Continue` is only counted. */
  readonly responses: readonly RawResponse[];
  readonly continues: number;
  readonly sentBytes: number;
}

export interface RawOptions {
  /** Ends the exchange once so many responses are whole. Default: 1. */
  readonly responses?: number;
  /** Ends it at the latest then. Default: 900. */
  readonly milliseconds?: number;
  /** Half-closes after sending. */
  readonly end?: boolean;
}

/** A connection that sends exactly these bytes, numbers being pauses in milliseconds, and collects what comes back. */
export async function exchange(
  port: number,
  parts: readonly (string | Uint8Array | number)[],
  options: RawOptions = {},
): Promise<RawExchange> {
  const { responses: wanted = 1, milliseconds = 900, end = false } = options;
  const socket = connect(port, "127.0.0.1");
  let received = Buffer.alloc(0);
  let sentBytes = 0;
  const finished = new Promise<void>((resolve) => {
    const check = (): void => {
      if (parseResponses(received).responses.length >= wanted) resolve();
    };
    socket.on("data", (chunk) => {
      received = Buffer.concat([received, chunk]);
      check();
    });
    socket.on("close", () => resolve());
    socket.on("error", () => resolve());
    setTimeout(resolve, milliseconds).unref();
  });
  await new Promise<void>((resolve) => socket.once("connect", resolve).once("error", () => resolve()));
  for (const part of parts) {
    if (typeof part === "number") {
      await Promise.race([new Promise((resolve) => setTimeout(resolve, part)), finished]);
      continue;
    }
    if (socket.destroyed) break;
    const accepted = await write(socket, part, finished);
    sentBytes += accepted ? Buffer.byteLength(part) : 0;
    if (!accepted) break;
  }
  if (end) socket.end();
  await finished;
  socket.destroy();
  return { ...parseResponses(received), sentBytes };
}

async function write(socket: Socket, part: string | Uint8Array, finished: Promise<void>): Promise<boolean> {
  const written = new Promise<boolean>((resolve) => socket.write(part, (error) => resolve(error === undefined || error === null)));
  return Promise.race([written, finished.then(() => false)]);
}

function parseResponses(bytes: Buffer): { responses: RawResponse[]; continues: number } {
  const responses: RawResponse[] = [];
  let continues = 0;
  let rest = bytes;
  for (;;) {
    const headEnd = rest.indexOf("\r\n\r\n");
    if (headEnd === -1) return { responses, continues };
    const [statusLine = "", ...lines] = rest.subarray(0, headEnd).toString("latin1").split("\r\n");
    const status = Number(statusLine.split(" ")[1]);
    const headers: Record<string, string> = {};
    for (const line of lines) {
      const colon = line.indexOf(":");
      const name = line.slice(0, colon).toLowerCase();
      const value = line.slice(colon + 1).trim();
      headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`;
    }
    rest = rest.subarray(headEnd + 4);
    if (status === 100) {
      continues++;
      continue;
    }
    const length = Number(headers["content-length"] ?? 0);
    if (rest.length < length) return { responses, continues };
    responses.push({ status, headers, body: rest.subarray(0, length).toString("utf8") });
    rest = rest.subarray(length);
  }
}

/** A POST with the right token, unless `headers` say otherwise. A header given as `undefined` is left out. */
export function post(body: string | Uint8Array, headers: Readonly<Record<string, string | readonly string[] | undefined>> = {}): Buffer {
  const bytes = Buffer.from(body as string);
  const all: Record<string, string | readonly string[] | undefined> = {
    host: "receiver.example",
    authorization: "Bearer secret",
    "content-type": "application/json; charset=utf-8",
    "content-length": String(bytes.length),
    ...headers,
  };
  return Buffer.concat([Buffer.from(head("POST /green-api/webhook/ HTTP/1.1", all), "latin1"), bytes]);
}

export function head(start: string, headers: Readonly<Record<string, string | readonly string[] | undefined>>): string {
  const lines = [start];
  for (const [name, value] of Object.entries(headers)) {
    for (const line of typeof value === "string" ? [value] : (value ?? [])) lines.push(`${name}: ${line}`);
  }
  return `${lines.join("\r\n")}\r\n\r\n`;
}

/** A body in chunked coding. */
export function chunked(...chunks: readonly (string | Uint8Array)[]): Buffer {
  const parts = chunks.flatMap((chunk) => {
    const bytes = Buffer.from(chunk as string);
    return [Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from("\r\n")];
  });
  return Buffer.concat([...parts, Buffer.from("0\r\n\r\n")]);
}

/** Headers that announce a chunked body. */
export const chunkedHeaders = { "content-length": undefined, "transfer-encoding": "chunked" } as const;
