import { mediaOf, type Media } from "@greenhook/core";
import type { ApiClient } from "@greenhook/core/api";
import type { Notification } from "@greenhook/core/types";
import { randomUUID } from "node:crypto";
import { lookup } from "node:dns/promises";
import type { DownloadRules } from "./download-to.ts";
import { isPublicAddress } from "../addresses/is-public-address.ts";
import { MediaMissingError } from "./media-error.ts";

/** What `downloadMedia` takes last. */
export interface DownloadMediaOptions {
  /** Where the file goes; made if it isn't there. */
  readonly directory: string;
  /** Asks GREEN-API for an address where the notification has none. Without it, such a notification is a {@link MediaMissingError}. */
  readonly client?: Pick<ApiClient, "downloadFile"> | undefined;
  /** How large the file may be. Bytes, by default 104,857,600 (100 MiB). */
  readonly maxBytes?: number;
  /** Hosts to download from, besides GREEN-API's own: `files.example.com`, or `*.example.com` for everything below it. */
  readonly hosts?: readonly string[];
  /** Aborting it ends the download, which rejects with the signal's reason and leaves nothing behind. */
  readonly signal?: AbortSignal | undefined;
}

/** A file that was downloaded. */
export interface DownloadedMedia {
  /** Where it is: in the directory, with a random name, and an ending where the type is a common one. */
  readonly path: string;
  /** Its length. */
  readonly bytes: number;
}

/**
 * Downloads the file that a message carries. The address comes from a notification, so it isn't trusted: https only, only from GREEN-API's
 * storage or the `hosts` given, never from an address inside one's own network (checked after the name is resolved, and the connection goes to
 * the address that was checked), at most 3 redirects, each checked likewise. Nothing stalls it for more than 15 s, or 5 minutes in all. The
 * sender's `fileName` is never used. The file appears under its name only when it is whole and on the disk.
 *
 * @throws {MediaMissingError} there is nothing to download
 * @throws {MediaRefusedError} it isn't safe to download
 * @throws {MediaDownloadError} the download failed
 * @example
 * const { path } = await downloadMedia(notification, { directory: "media", client });
 */
export async function downloadMedia(notification: Notification, options: DownloadMediaOptions): Promise<DownloadedMedia> {
  const { directory, maxBytes = 104_857_600, hosts = [], signal } = options;
  const media = mediaOf(notification);
  if (media === undefined) throw new MediaMissingError("NO_MEDIA", "the notification carries no file");
  const downloadUrl = await addressOf(media, notification, options);
  const rules: DownloadRules = {
    ...defaultRules,
    maxBytes,
    hosts: [...defaultRules.hosts, ...hosts],
  };
  // Loaded when it is wanted: TLS is heavy, and most receivers download nothing.
  const { downloadTo } = await import("./download-to.ts");
  return downloadTo(downloadUrl, directory, randomUUID() + endingOf(media), rules, signal);
}

const defaultRules: DownloadRules = {
  // Seen in public code; the last two are the hosts of single pools, `7103.media.greenapi.com`.
  hosts: [
    "media.green-api.com",
    "media.greenapi.com",
    "storage.yandexcloud.net",
    "sw-media.storage.greenapi.net",
    "*.media.green-api.com",
    "*.media.greenapi.com",
  ],
  ports: [""],
  resolve: (host) => lookup(host, { all: true, verbatim: true }),
  isPublic: isPublicAddress,
  maxRedirects: 3,
  maxBytes: 104_857_600,
  idleMilliseconds: 15_000,
  totalMilliseconds: 300_000,
};

async function addressOf(media: Media, notification: Notification, { client, signal }: DownloadMediaOptions): Promise<string> {
  if (media.url !== undefined) return media.url;
  if (client === undefined)
    throw new MediaMissingError("NO_URL", "the notification has no address; give a client to ask GREEN-API for one");
  const { idMessage, senderData } = notification as { idMessage?: unknown; senderData?: { chatId?: unknown } };
  if (typeof idMessage !== "string" || typeof senderData?.chatId !== "string") {
    throw new MediaMissingError("NO_URL", "the notification has neither an address nor the ids to ask GREEN-API for one");
  }
  const { downloadUrl } = await client.downloadFile({ chatId: senderData.chatId, idMessage }, { signal });
  if (downloadUrl === "") throw new MediaMissingError("NO_URL", "GREEN-API has no address for it");
  return downloadUrl;
}

/** An ending for the common types, so that programs open them; never the sender's own. */
function endingOf({ mimeType }: Media): string {
  return endings.get(String(mimeType).split(";")[0]?.trim().toLowerCase() ?? "") ?? "";
}

const endings: ReadonlyMap<string, string> = new Map([
  ["image/jpeg", ".jpg"],
  ["image/png", ".png"],
  ["image/webp", ".webp"],
  ["image/gif", ".gif"],
  ["video/mp4", ".mp4"],
  ["audio/ogg", ".ogg"],
  ["audio/mpeg", ".mp3"],
  ["audio/mp4", ".m4a"],
  ["application/pdf", ".pdf"],
]);
