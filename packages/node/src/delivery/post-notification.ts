/** The response to a delivery. */
export interface PostedNotification {
  /** Absent if there was no response. */
  readonly status?: number;
  readonly durationMilliseconds: number;
  /** The start of the response body; without a response, the reason. */
  readonly text: string;
}

export interface PostOptions {
  /** The whole `Authorization` header. */
  readonly authorization?: string | undefined;
  /** @default 180000, the timeout of GREEN-API itself */
  readonly timeoutMilliseconds?: number;
  readonly signal?: AbortSignal | undefined;
}

/** Characters of a response body that are kept. */
const maxLength = 2_000;

/** Whether a text can be the value of an HTTP header: no control characters but tabs. */
function isHeaderText(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- that they are absent is the point
  return !/[\u0000-\u0008\u000a-\u001f\u007f]/.test(text);
}

/**
 * Delivers a notification as GREEN-API does: by POST as JSON, with a timeout of 180 s, and without following redirects. Never rejects. The
 * text of a failure names the URL without its query and credentials, and nothing of the header.
 *
 * @example
 * const { status } = await postNotification("http://127.0.0.1:3000/green-api/webhook/", JSON.stringify(notification), { authorization: "Bearer secret" });
 */
export async function postNotification(url: string, body: Uint8Array | string, options: PostOptions = {}): Promise<PostedNotification> {
  const { authorization, timeoutMilliseconds = 180_000, signal } = options;
  const startedAt = performance.now();
  const duration = (): number => Math.round((performance.now() - startedAt) * 10) / 10;
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (address === undefined || !/^https?:$/.test(address.protocol))
    return { durationMilliseconds: 0, text: "The URL must begin with http:// or https://" };
  if (!isHeaderText(authorization ?? ""))
    return { durationMilliseconds: 0, text: "The Authorization header contains a line break or another control character" };
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
    return { status: response.status, durationMilliseconds: duration(), text };
  } catch (error) {
    return {
      durationMilliseconds: duration(),
      text: `Cannot reach ${address.origin}${address.pathname}: ${reasonOf(error, timeoutMilliseconds)}`,
    };
  }
}

/** Header values are bytes: a token that isn't ASCII is sent as UTF-8, as receivers read it. */
function utf8Header(text: string): string {
  return Buffer.from(text, "utf8").toString("latin1");
}

/** fetch refuses URLs with credentials, with a message that quotes them. */
function withoutCredentials(address: URL): URL {
  const plain = new URL(address);
  plain.username = "";
  plain.password = "";
  return plain;
}

/** The start of a body; the rest isn't read. */
async function readStart(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  if (reader === undefined) return "";
  const decoder = new TextDecoder();
  let text = "";
  for (;;) {
    const { done, value } = (await reader.read()) as { done: boolean; value?: Uint8Array };
    if (done) return text;
    text += decoder.decode(value, { stream: true });
    if (text.length < maxLength) continue;
    await reader.cancel();
    return text.slice(0, maxLength);
  }
}

function reasonOf(error: unknown, timeoutMilliseconds: number): string {
  const { name, cause } = error as Error & { cause?: { code?: string; message?: string } };
  if (name === "TimeoutError") return `no response within ${timeoutMilliseconds / 1000} s`;
  if (name === "AbortError") return "stopped";
  const code = cause?.code ?? cause?.message ?? "";
  return words[code] ?? (code || "the request failed");
}

const words: Readonly<Record<string, string>> = {
  ECONNREFUSED: "connection refused (ECONNREFUSED)",
  ENOTFOUND: "unknown host (ENOTFOUND)",
  EAI_AGAIN: "DNS lookup failed (EAI_AGAIN)",
  ECONNRESET: "connection reset (ECONNRESET)",
  "bad port": "fetch doesn't allow this port",
  UND_ERR_SOCKET: "the connection closed before a response",
  UND_ERR_CONNECT_TIMEOUT: "no connection within 10 s",
  CERT_HAS_EXPIRED: "the certificate has expired (CERT_HAS_EXPIRED)",
  DEPTH_ZERO_SELF_SIGNED_CERT: "the certificate is self-signed (DEPTH_ZERO_SELF_SIGNED_CERT)",
};
