// Uploads a file, and prints by how much the memory grew meanwhile: what lives, measured after a collection each time.
import { createReadStream, openAsBlob } from "node:fs";
import { createApiClient } from "@greenhook/core/api";
import { fileFrom } from "@greenhook/node";

const [, , kind, apiUrl, path] = process.argv;
const client = createApiClient({ apiUrl, idInstance: 1, apiTokenInstance: "t", responseTimeoutMilliseconds: 60_000 });
const files = {
  path: () => fileFrom(path),
  blob: () => openAsBlob(path),
  stream: () => createReadStream(path),
};
const file = await files[kind]();

const now = () => {
  globalThis.gc();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return { heap: heapUsed, buffers: external + arrayBuffers };
};
const before = now();
const grown = { heap: 0, buffers: 0 };
const timer = setInterval(() => {
  const { heap, buffers } = now();
  grown.heap = Math.max(grown.heap, heap - before.heap);
  grown.buffers = Math.max(grown.buffers, buffers - before.buffers);
}, 20);
const { urlFile } = await client.uploadFile({ file, mimeType: "video/mp4" });
clearInterval(timer);
process.stdout.write(JSON.stringify({ idMessage: urlFile === undefined ? "" : "1", grown }));
