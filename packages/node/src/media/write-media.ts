import { open, rename, rm } from "node:fs/promises";
import { MediaDownloadError, MediaRefusedError } from "./media-error.ts";
import type { OpenMedia } from "./open-media.ts";

/**
 * Writes the file beside its place and renames it when it is whole and on disk, so that there never is half a file. Whole is as long as
 * announced: Node drops the bytes that a server sends beyond that.
 */
export async function writeMedia({ response }: OpenMedia, path: string, maxBytes: number, idle: () => void): Promise<number> {
  const announced = announcedBytes(response.headers);
  if (announced !== undefined && announced > maxBytes) throw new MediaRefusedError("TOO_LARGE", `it has more than ${maxBytes} bytes`);
  const part = `${path}.part`;
  const file = await open(part, "wx", 0o600);
  try {
    let bytes = 0;
    try {
      for await (const chunk of response as AsyncIterable<Buffer>) {
        idle();
        bytes += chunk.byteLength;
        if (bytes > maxBytes) throw new MediaRefusedError("TOO_LARGE", `it has more than ${maxBytes} bytes`);
        await file.writeFile(chunk);
      }
      if (!response.complete) throw new MediaDownloadError("INCOMPLETE", "the connection was closed before its end");
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
    return bytes;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** The length that the response announces, `undefined` for chunks. @throws MediaDownloadError if it is compressed, or its end can't be told from a break. */
function announcedBytes(headers: OpenMedia["response"]["headers"]): number | undefined {
  if ((headers["content-encoding"] ?? "identity") !== "identity") throw new MediaDownloadError("ENCODING", "it is compressed");
  const length = headers["content-length"];
  if (length !== undefined) return Number(length);
  if (headers["transfer-encoding"] === undefined) throw new MediaDownloadError("INCOMPLETE", "its length isn't announced");
  return undefined;
}
