import type { FileSource } from "@greenhook/core/api";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { mediaTypeOf } from "../media/media-types.ts";

/**
 * A file on disk, to upload: `sendFileByUpload`, `uploadFile`, `setProfilePicture` and `setGroupPicture` read it while they send it, so that it is
 * never in memory as a whole. It may be sent several times.
 *
 * @throws Node's own error if there is no such file, and a TypeError if it is no regular file.
 * @example
 * await client.sendFileByUpload({ chatId, file: await fileFrom("offers/menu.pdf"), caption: "Today" });
 */
export async function fileFrom(path: string): Promise<Required<FileSource>> {
  const stats = await stat(path);
  if (!stats.isFile()) throw new TypeError(`Cannot upload "${path}": it isn't a file`);
  const name = basename(path);
  // A FIFO or a file of /proc says 0: core refuses it as empty.
  return { size: stats.size, name, type: mediaTypeOf(name), stream: () => createReadStream(path) };
}
