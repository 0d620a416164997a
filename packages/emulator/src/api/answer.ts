/** An answer of the emulated API. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Any web page may call the API, but for what its edge refuses. */
const anyOrigin = { "access-control-allow-origin": "*", "access-control-expose-headers": "*" };

const html = (title: string): string =>
  `<html>\r\n<head><title>${title}</title></head>\r\n<body><center><h1>${title}</h1></center></body>\r\n</html>`;

/** Makes each form of answer that GREEN-API has. */
export const answers = {
  json: (value: unknown): Answer => ({
    status: 200,
    headers: { ...anyOrigin, "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify(value),
  }),
  /** 401 and 429: it claims to be JSON, and is empty. */
  empty: (status: number): Answer => ({ status, headers: { ...anyOrigin, "content-type": "application/json" }, body: "" }),
  /** The application's errors. The path repeats the token, as GREEN-API's does. */
  failure: (status: number, message: string, path: string, now: number): Answer => ({
    status,
    headers: { ...anyOrigin, "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify({ statusCode: status, timestamp: new Date(now).toISOString(), path, message }),
  }),
  /** What the edge refuses by itself; without the headers that let a web page see it. */
  edge: (status: number, reason: string): Answer => ({
    status,
    headers: { "content-type": "text/html" },
    body: html(`${status} ${reason}`),
  }),
  /** The plan's limit. */
  quota: (method: string, used: number, total: number): Answer => ({
    status: 466,
    headers: { ...anyOrigin, "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify({
      invokeStatus: { method, used, total, status: "QUOTE_EXCEEDED", description: "The monthly limit of the plan is reached" },
      correspondentsStatus: { method, used, total, status: "CORRESPONDENTS_QUOTE_EXCEEDED", description: "The limit of chats is reached" },
    }),
  }),
  preflight: (): Answer => ({
    status: 204,
    headers: {
      ...anyOrigin,
      "access-control-allow-methods": "GET, POST, OPTIONS, DELETE, HEAD",
      "access-control-allow-headers": "DNT,User-Agent,X-Requested-With,If-Modified-Since,Cache-Control,Content-Type,Range",
      "access-control-max-age": "1728000",
    },
    body: "",
  }),
};
