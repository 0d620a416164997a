export { addressList } from "./addresses/address-list.ts";
export { postNotification, type PostedNotification, type PostOptions } from "./delivery/post-notification.ts";
export { quarantineToDirectory, type QuarantineFile } from "./quarantine/quarantine-to-directory.ts";
export { replayQuarantine, type ReplayOptions } from "./quarantine/replay-quarantine.ts";
export { startWebhookServer, type WebhookServer, type WebhookServerOptions } from "./server/start-webhook-server.ts";
export { toNodeListener } from "./server/to-node-listener.ts";
export { downloadMedia, type DownloadedMedia, type DownloadMediaOptions } from "./media/download-media.ts";
export { MediaDownloadError, MediaError, MediaMissingError, MediaRefusedError } from "./media/media-error.ts";
export { fileFrom } from "./upload/file-from.ts";
