/** A response of the emulated API. */
export interface ApiResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Web pages of any origin may call the API. The edge's own responses lack these headers. */
const anyOrigin = { "access-control-allow-origin": "*", "access-control-expose-headers": "*" };

const html = (title: string): string =>
  `<html>\r\n<head><title>${title}</title></head>\r\n<body><center><h1>${title}</h1></center></body>\r\n</html>`;

/** The forms of response that GREEN-API has. */
export const responses = {
  json: (value: unknown, status = 200): ApiResponse => ({
    status,
    headers: { ...anyOrigin, "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify(value),
  }),
  /** 401, 429, and the success of methods without a result: an empty body whose content type is JSON. */
  empty: (status: number): ApiResponse => ({ status, headers: { ...anyOrigin, "content-type": "application/json" }, body: "" }),
  /** An error of the application. The path contains the token, as GREEN-API's does. */
  failure: (status: number, message: string, path: string, now: number): ApiResponse => ({
    status,
    headers: { ...anyOrigin, "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify({ statusCode: status, timestamp: new Date(now).toISOString(), path, message }),
  }),
  /** A refusal by the edge, in HTML. */
  edge: (status: number, reason: string): ApiResponse => ({
    status,
    headers: { "content-type": "text/html" },
    body: html(`${status} ${reason}`),
  }),
  /** The limit of the plan is reached. */
  quota: (method: string, used: number, total: number): ApiResponse => ({
    status: 466,
    headers: { ...anyOrigin, "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify({
      invokeStatus: { method, used, total, status: "QUOTE_EXCEEDED", description: "The monthly limit of the plan is reached" },
      correspondentsStatus: { method, used, total, status: "CORRESPONDENTS_QUOTE_EXCEEDED", description: "The limit of chats is reached" },
    }),
  }),
  preflight: (): ApiResponse => ({
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
