import type { WebhookResponse } from "./webhook-response.ts";

/** Answers one request. Never rejects: whatever goes wrong is an answer. Adapters translate their framework's request for it. */
export type WebhookHandler = (request: WebhookRequest) => Promise<WebhookResponse>;

/** An HTTP request, as far as a webhook handler looks at it. */
export interface WebhookRequest {
  /** The HTTP method, in capitals. */
  readonly method: string;
  /** The value of every `Authorization` header line, in order. Two of them are refused, so none may be left out. */
  readonly authorization: readonly string[];
  /** The number in `Content-Length`, if there is one. */
  readonly contentLength?: number | undefined;
  /** The value of `Content-Encoding`, if there is one. Counts only for an `unread` body. */
  readonly contentEncoding?: string | undefined;
  /** The address of the socket's other end. Needed only where `sourceAddresses` is configured. */
  readonly remoteAddress?: string | undefined;
  /** The value of `X-Forwarded-For`, lines joined by commas. Believed only as far as the proxies in `sourceAddresses` are trusted. */
  readonly forwardedFor?: string | undefined;
  /** The body, in the state in which the framework hands it over. */
  readonly body: WebhookBody;
}

/** The body, in the state in which the framework hands it over. */
export type WebhookBody =
  /** It is unread: the bytes as they were sent. Iterated only if `contentLength` isn't over the limit. */
  | { readonly kind: "unread"; readonly chunks: AsyncIterable<Uint8Array> }
  /** It was read: bytes (`Uint8Array`) or text, which are decoded like any others, or the value that a body parser made of it. */
  | { readonly kind: "read"; readonly value: unknown }
  /** It was read, and nothing was kept; `cause` says why, where something threw. */
  | { readonly kind: "consumed"; readonly cause?: unknown };
