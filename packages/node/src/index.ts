export const version = "0.1.0";
export { downloadMedia, MediaDownloadError, MediaError, MediaMissingError, MediaRefusedError } from "./download-media.ts";
export type { DownloadedMedia, DownloadMediaOptions } from "./download-media.ts";
