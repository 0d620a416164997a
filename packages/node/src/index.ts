export { addressList } from "./address-list.ts";
export { quarantineToDirectory, type QuarantineFile } from "./quarantine-to-directory.ts";
export { replayQuarantine, type ReplayOptions } from "./replay-quarantine.ts";
export { startWebhookServer, type WebhookServer, type WebhookServerOptions } from "./start-webhook-server.ts";
export { toNodeListener } from "./to-node-listener.ts";
export { downloadMedia, MediaDownloadError, MediaError, MediaMissingError, MediaRefusedError } from "./download-media.ts";
export type { DownloadedMedia, DownloadMediaOptions } from "./download-media.ts";
