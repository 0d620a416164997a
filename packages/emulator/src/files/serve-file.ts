import { createReadStream } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { responses } from "../api/response.ts";
import { sendResponse } from "../api/send-response.ts";
import type { FileStore } from "./file-store.ts";

const filePath = /^\/files\/([0-9a-f]{32}(?:\.[a-z0-9]{1,8})?)$/;

/** Answers a request for an uploaded file. Returns `false` for any other path. */
export async function serveFile(request: IncomingMessage, response: ServerResponse, files: FileStore): Promise<boolean> {
  const [path = ""] = (request.url ?? "").split("?");
  if (!path.startsWith("/files/")) return false;
  const file = files.find(filePath.exec(path)?.[1] ?? "");
  if (file === undefined || (request.method !== "GET" && request.method !== "HEAD")) {
    sendResponse(response, responses.edge(404, "Not Found"));
    return true;
  }
  response.writeHead(200, {
    "content-type": file.mimeType,
    "content-length": file.size,
    "access-control-allow-origin": "*",
    "x-content-type-options": "nosniff",
  });
  if (request.method === "HEAD") response.end();
  else await pipeline(createReadStream(file.path), response);
  return true;
}
