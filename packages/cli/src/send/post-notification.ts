/** What came of a delivery. */
export interface PostedNotification {
  /** Absent where there was no answer. */
  readonly status?: number;
  /** Milliseconds. */
  readonly took: number;
  /** The beginning of the answer's body; without an answer, what went wrong. */
  readonly text: string;
}

/** How {@link postNotification} sends. */
export interface PostOptions {
  /** The whole `Authorization` header. */
  readonly authorization?: string | undefined;
  /** GREEN-API's own patience by default. */
  readonly timeoutMilliseconds?: number;
  readonly signal?: AbortSignal | undefined;
}

const longest = 2_000;

/** Whether a text can be the value of an HTTP header: no control characters but tabs. */
export function isHeaderText(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- that they are absent is the point
  return !/[\u0000-\u0008\u000a-\u001f\u007f]/.test(text);
}

/**
 * Delivers a notification as GREEN-API does: a POST of JSON, 180 s of patience, no redirect followed. Never rejects. The text of a failure
 * names the address without its query and credentials, and holds nothing of the header.
 */
export async function postNotification(url: string, body: Uint8Array | string, options: PostOptions = {}): Promise<PostedNotification> {
  const { authorization, timeoutMilliseconds = 180_000, signal } = options;
  const startedAt = performance.now();
  const took = (): number => Math.round((performance.now() - startedAt) * 10) / 10;
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (address === undefined || !/^https?:$/.test(address.protocol))
    return { took: 0, text: "The address must begin with http:// or https://" };
  if (!isHeaderText(authorization ?? ""))
    return { took: 0, text: "The Authorization header contains a line break or another control character" };
  const timeout = AbortSignal.timeout(timeoutMilliseconds);
  try {
    const response = await fetch(withoutCredentials(address), {
      method: "POST",
      redirect: "manual",
      headers: {
        "content-type": "application/json; charset=utf-8",
        ...(authorization === undefined || authorization === "" ? {} : { authorization: utf8Header(authorization) }),
      },
      body: body as string,
      signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
    });
    const text = await readStart(response);
    return { status: response.status, took: took(), text };
  } catch (error) {
    return { took: took(), text: `Cannot reach ${address.origin}${address.pathname}: ${reasonOf(error, timeoutMilliseconds)}` };
  }
}

/** Headers are bytes: what isn't ASCII is sent as UTF-8, as the receiver reads it. */
function utf8Header(text: string): string {
  return Buffer.from(text, "utf8").toString("latin1");
}

/** fetch refuses addresses that carry credentials, and would quote them. */
function withoutCredentials(address: URL): URL {
  const plain = new URL(address);
  plain.username = "";
  plain.password = "";
  return plain;
}

/** The beginning of a body; what follows isn't read. */
async function readStart(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  if (reader === undefined) return "";
  const decoder = new TextDecoder();
  let text = "";
  for (;;) {
    const { done, value } = (await reader.read()) as { done: boolean; value?: Uint8Array };
    if (done) return text;
    text += decoder.decode(value, { stream: true });
    if (text.length < longest) continue;
    await reader.cancel();
    return text.slice(0, longest);
  }
}

function reasonOf(error: unknown, timeoutMilliseconds: number): string {
  const { name, cause } = error as Error & { cause?: { code?: string; message?: string } };
  if (name === "TimeoutError") return `no answer within ${timeoutMilliseconds / 1000} s`;
  if (name === "AbortError") return "stopped";
  const code = cause?.code ?? cause?.message ?? "";
  return words[code] ?? (code || "the request failed");
}

const words: Readonly<Record<string, string>> = {
  ECONNREFUSED: "the connection was refused: nothing listens there (ECONNREFUSED)",
  ENOTFOUND: "there is no such host (ENOTFOUND)",
  EAI_AGAIN: "the host's name can't be looked up (EAI_AGAIN)",
  ECONNRESET: "the connection was cut (ECONNRESET)",
  "bad port": "nothing on the web may use this port",
  UND_ERR_SOCKET: "the connection was cut before an answer",
  UND_ERR_CONNECT_TIMEOUT: "no connection within 10 s",
  CERT_HAS_EXPIRED: "its certificate has expired (CERT_HAS_EXPIRED)",
  DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is self-signed (DEPTH_ZERO_SELF_SIGNED_CERT)",
};
