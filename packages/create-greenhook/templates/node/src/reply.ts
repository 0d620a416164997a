import { createApiClient, replyTo } from "@greenhook/core/api";
import type { Reply } from "./handlers.ts";

const { API_URL: apiUrl, ID_INSTANCE: idInstance, API_TOKEN: apiTokenInstance } = process.env;

/** Replies through the API, or on the console where there is no access to it. */
export const reply: Reply = apiUrl && idInstance && apiTokenInstance ? throughApi(apiUrl, idInstance, apiTokenInstance) : onConsole;

function throughApi(apiUrl: string, idInstance: string, apiTokenInstance: string): Reply {
  const client = createApiClient({ apiUrl, idInstance, apiTokenInstance });
  return (message, text) => replyTo(client, message).text(text);
}

function onConsole(_: unknown, text: string): Promise<void> {
  console.log(`Reply: ${text}`);
  return Promise.resolve();
}
