import { mediaOf } from "@greenhook/core";
import type { ApiClient } from "@greenhook/core/api";
import type { Notification } from "@greenhook/core/types";
import { randomUUID } from "node:crypto";
import { lookup } from "node:dns/promises";
import { isPublicAddress } from "../addresses/is-public-address.ts";
import { assertHosts, greenApiHosts } from "./allowed-hosts.ts";
import type { DownloadRules } from "./download-to.ts";
import { extensionOf } from "./media-types.ts";
import { MediaDownloadError, MediaMissingError } from "./media-error.ts";

/** Options of {@link downloadMedia}. */
export interface DownloadMediaOptions {
  /** The directory of the file. Created if it is missing. */
  readonly directory: string;
  /**
   * Asks GREEN-API for a URL where the notification has none, or has one that responds 403, 404 or 410: URLs expire.
   *
   * @default none: a notification without a URL is a MediaMissingError
   */
  readonly client?: Pick<ApiClient, "downloadFile"> | undefined;
  /**
   * How large the file may be, in bytes.
   *
   * @default 104_857_600
   */
  readonly maxBytes?: number;
  /**
   * Hosts to download from, besides GREEN-API's own: `files.example.com`, `*.example.com` for everything below it, or
   * `media-####.example.com`, where each `#` stands for a digit. A part of the path may follow: `storage.example.com/bucket`.
   *
   * @default []
   */
  readonly hosts?: readonly string[];
  /**
   * Also downloads from this machine (`localhost`, `127.0.0.0/8`, `::1`), from any port, with http too. For tests alone: with it, a
   * notification can make the program send requests to whatever listens here.
   *
   * @default false
   */
  readonly allowLoopback?: boolean;
  /** Aborts the download, which rejects with the signal's reason and leaves nothing behind. */
  readonly signal?: AbortSignal | undefined;
}

/** A file that was downloaded. */
export interface DownloadedMedia {
  /** In the directory, with a random name, and an extension where the type is a common one. */
  readonly path: string;
  /** Its length. */
  readonly bytes: number;
}

/**
 * Downloads the file of a message. Its URL comes from a notification and isn't trusted: https only, only from GREEN-API's storage or the
 * `hosts` given, never from an address inside a private network (checked after the name is resolved, and the connection goes to the address
 * that was checked), at most 3 redirects, each checked likewise. It may stall for 15 s, and take 5 minutes in all. The sender's `fileName`
 * is never used. The file appears under its name only when it is whole and on disk.
 *
 * @throws MediaMissingError if there is nothing to download.
 * @throws MediaRefusedError if it isn't safe to download.
 * @throws MediaDownloadError if the download failed.
 * @throws an error of the client's, where it was asked for a URL and failed.
 *
 * @example
 * const { path } = await downloadMedia(notification, { directory: "media", client });
 */
export async function downloadMedia(notification: Notification, options: DownloadMediaOptions): Promise<DownloadedMedia> {
  const { directory, maxBytes = 104_857_600, hosts = [], allowLoopback = false, client, signal } = options;
  // "false" out of an environment variable would allow it.
  if (typeof allowLoopback !== "boolean") throw new TypeError('Cannot download media: "allowLoopback" must be true or false');
  assertHosts(hosts);
  const media = mediaOf(notification);
  if (media === undefined) throw new MediaMissingError("NO_MEDIA", "the notification carries no file");
  const rules: DownloadRules = { ...defaultRules, maxBytes, hosts: [...greenApiHosts, ...hosts], allowLoopback };
  // Loaded on demand: TLS is heavy, and most receivers download nothing.
  const { downloadTo } = await import("./download-to.ts");
  const download = (url: string): Promise<DownloadedMedia> =>
    downloadTo(url, directory, randomUUID() + extensionOf(String(media.mimeType)), rules, signal);
  if (media.url === undefined) return download(await askForUrl(notification, options));
  try {
    return await download(media.url);
  } catch (error) {
    if (client === undefined || !isExpired(error)) throw error;
    return download(await askForUrl(notification, options));
  }
}

const defaultRules: Omit<DownloadRules, "maxBytes" | "hosts" | "allowLoopback"> = {
  ports: [""],
  resolve: (host) => lookup(host, { all: true, verbatim: true }),
  isPublic: isPublicAddress,
  maxRedirects: 3,
  idleMilliseconds: 15_000,
  totalMilliseconds: 300_000,
};

/** Storage responds to an expired URL, or to one whose file is gone, with one of these. */
function isExpired(error: unknown): boolean {
  return error instanceof MediaDownloadError && error.status !== undefined && [403, 404, 410].includes(error.status);
}

async function askForUrl(notification: Notification, { client, signal }: DownloadMediaOptions): Promise<string> {
  if (client === undefined) throw new MediaMissingError("NO_URL", "the notification has no URL; give a client to ask GREEN-API for one");
  const { idMessage, senderData } = notification as { idMessage?: unknown; senderData?: { chatId?: unknown } };
  if (typeof idMessage !== "string" || typeof senderData?.chatId !== "string") {
    throw new MediaMissingError("NO_URL", "the notification has neither a URL nor the ids to ask GREEN-API for one");
  }
  const { downloadUrl } = await client.downloadFile({ chatId: senderData.chatId, idMessage }, { signal });
  if (downloadUrl === "") throw new MediaMissingError("NO_URL", "GREEN-API has no URL for it");
  return downloadUrl;
}
