import type { IncomingMessage } from "node:http";
import { ApiFailure } from "./api-failure.ts";

/** Approximately GREEN-API's own limit. */
const maxBodyBytes = 100 * 1_024;

/** The fields of a JSON body. An empty body has none. An upload is read, and ignored. */
export async function readInput(request: IncomingMessage, upload: boolean): Promise<Readonly<Record<string, unknown>>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (!upload && size <= maxBodyBytes) chunks.push(chunk);
  }
  if (upload) return {};
  if (size > maxBodyBytes) throw new ApiFailure(500, "request entity too large");
  const text = Buffer.concat(chunks).toString();
  if (text.trim() === "") return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new ApiFailure(400, error instanceof Error ? error.message : "Unexpected token in JSON");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new ApiFailure(400, "bad request data");
  return value as Readonly<Record<string, unknown>>;
}
