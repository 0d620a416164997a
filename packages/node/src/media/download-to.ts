import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { MediaDownloadError, MediaError } from "./media-error.ts";
import { openMedia, type MediaRules } from "./open-media.ts";
import { writeMedia } from "./write-media.ts";

/** The rules for a download. */
export interface DownloadRules extends MediaRules {
  readonly maxBytes: number;
  readonly idleMilliseconds: number;
  readonly totalMilliseconds: number;
}

/** Downloads one URL to one file in a directory, which is created if it is missing. */
export async function downloadTo(
  downloadUrl: string,
  directory: string,
  name: string,
  rules: DownloadRules,
  signal: AbortSignal | undefined,
): Promise<{ path: string; bytes: number }> {
  const ended = new AbortController();
  const expire = (): void => ended.abort(timedOut);
  const stop = (): void => ended.abort(signal?.reason);
  const total = setTimeout(expire, rules.totalMilliseconds);
  let idle = setTimeout(expire, rules.idleMilliseconds);
  const restart = (): void => {
    clearTimeout(idle);
    idle = setTimeout(expire, rules.idleMilliseconds);
  };
  signal?.addEventListener("abort", stop);
  if (signal?.aborted === true) stop();
  try {
    ended.signal.throwIfAborted();
    await mkdir(directory, { recursive: true });
    // A resolver can't be stopped: its result is ignored.
    const aborted = new Promise<never>((_, reject) => ended.signal.addEventListener("abort", () => reject(timedOut)));
    const media = await Promise.race([openMedia(downloadUrl, rules, ended.signal), aborted]);
    try {
      restart();
      const path = join(directory, name);
      return { path, bytes: await writeMedia(media, path, rules.maxBytes, restart) };
    } finally {
      media.request.destroy();
    }
  } catch (error) {
    if (signal?.aborted === true) throw signal.reason;
    if (ended.signal.aborted) throw new MediaDownloadError("TIMEOUT", "it took too long");
    if (error instanceof MediaError) throw error;
    // Node's errors name addresses and paths.
    const { code } = error as { code?: unknown };
    throw new MediaDownloadError(typeof code === "string" ? code : "NETWORK", typeof code === "string" ? code : "the connection failed");
  } finally {
    clearTimeout(total);
    clearTimeout(idle);
    signal?.removeEventListener("abort", stop);
  }
}

const timedOut = new Error("timed out");
