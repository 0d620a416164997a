import type { Receiver, WebhookBody, WebhookHandler } from "@greenhook/core";
import { postNotification } from "@greenhook/node";

const maxBodyBytes = 8 * 1024 * 1024;

/**
 * A handler that forwards each request to a URL with the `Authorization` header that it has, and responds as the application there does, or
 * with 502 if it doesn't respond. The application authenticates.
 */
export function forwardingHandler(url: string, timeoutMilliseconds: number): WebhookHandler {
  return async ({ method, authorization, body }) => {
    if (method !== "POST") return response(405, "Deliveries are POST requests");
    const bytes = await readBytes(body);
    if (bytes === undefined) return { ...response(413, `The body is larger than ${maxBodyBytes} bytes`), closeConnection: true };
    const { status, text } = await postNotification(url, bytes, { authorization: authorization[0], timeoutMilliseconds });
    return response(status ?? 502, text);
  };
}

/** A receiver that hands each arrival to a forwarding handler, for polling: it has a notification only if the application answers 200. */
export function forwardingReceiver(handler: WebhookHandler, authorization: string | undefined): Receiver {
  return {
    receive: async ({ body, id = crypto.randomUUID() }) => {
      const value =
        body.kind === "bytes" ? body.bytes : body.kind === "text" ? Buffer.from(body.text) : Buffer.from(JSON.stringify(body.value));
      const { status, body: text } = await handler({
        method: "POST",
        authorization: authorization === undefined ? [] : [authorization],
        body: { kind: "read", value },
      });
      if (status === 200) return { id, outcome: "handled", joined: false };
      return {
        id,
        outcome: "failed",
        joined: false,
        code: "HANDLER_FAILED",
        error: new Error(`the application answered ${status}: ${text}`),
      };
    },
  };
}

function response(status: number, text: string): Awaited<ReturnType<WebhookHandler>> {
  return { status, headers: { "content-type": "text/plain; charset=utf-8" }, body: text, closeConnection: false };
}

/** `undefined` for a body that is too large. */
async function readBytes(body: WebhookBody): Promise<Uint8Array | undefined> {
  if (body.kind === "read") return body.value instanceof Uint8Array ? body.value : Buffer.from(JSON.stringify(body.value) ?? "");
  const chunks: Uint8Array[] = [];
  let length = 0;
  if (body.kind !== "unread") return undefined;
  for await (const chunk of body.chunks) {
    length += chunk.byteLength;
    if (length > maxBodyBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
