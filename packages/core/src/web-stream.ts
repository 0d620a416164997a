export { webStreamChunks, type WebStream } from "./webhook/web-stream-chunks.ts";
