import type { ServerResponse } from "node:http";
import type { ApiResponse } from "./response.ts";

/** Writes a response of the emulated API. */
export function sendResponse(response: ServerResponse, { status, headers, body }: ApiResponse): void {
  response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(body) });
  response.end(body);
}
