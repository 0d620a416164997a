import type { WebhookResponse } from "../webhook/webhook-response.ts";
import type { NodeRequest, NodeResponse } from "./node-request.ts";

/** How much of an unwanted body is read, and how long the client has to notice the response, before the connection is closed. */
const drainBytes = 64 * 1024;
const drainMilliseconds = 1000;

/**
 * Sends a handler's response through a response of Node's. Never rejects: a client that has gone is nobody's error.
 *
 * Where part of the body was left unread, the response goes out at once, then up to 64 KiB are read and dropped, and the connection stays
 * open for up to a second, so that a client that is still sending finds the response instead of a reset.
 */
export async function sendResponse(
  request: NodeRequest,
  response: NodeResponse,
  { status, headers, body, closeConnection }: WebhookResponse,
): Promise<void> {
  if (response.headersSent || response.destroyed === true) return;
  response.statusCode = status;
  for (const name in headers) response.setHeader(name, headers[name]!);
  if (!closeConnection) {
    response.end(body);
    return;
  }
  // HTTP/2 ends a stream without its connection, and Node closes one whose request nobody reads.
  if ((request.httpVersionMajor ?? 1) >= 2) {
    response.end(body);
    return;
  }
  const bytes = new TextEncoder().encode(body);
  response.setHeader("connection", "close");
  if (request.method !== "HEAD") response.setHeader("content-length", String(bytes.byteLength));
  // Test doubles and platforms hand over requests that are no streams.
  if (request.readableEnded === true || request.destroyed === true || typeof request.resume !== "function") {
    response.end(body);
    return;
  }
  response.write(bytes);
  await drain(request);
  response.end();
}

function drain(request: NodeRequest): Promise<void> {
  return new Promise((resolve) => {
    let left = drainBytes;
    const onData = (chunk: Uint8Array): void => {
      left -= chunk.length;
      // From here on TCP stops the client, until it reads the response and closes.
      if (left <= 0) request.pause();
    };
    const stop = (): void => {
      clearTimeout(timer);
      request.removeListener("data", onData);
      request.removeListener("end", stop);
      request.removeListener("close", stop);
      resolve();
    };
    const timer = setTimeout(stop, drainMilliseconds);
    request.on("data", onData);
    request.on("end", stop);
    request.on("close", stop);
    request.on("error", stop);
    request.resume();
  });
}
