import { createWebhookHandler, type Quarantine } from "@greenhook/core";
import { createApiClient, replyTo } from "@greenhook/core/api";
import { toFetchHandler } from "@greenhook/fetch";
import type { Env } from "./env.ts";
import { createHandlers, type Reply } from "./handlers.ts";

type Receive = (request: Request) => Promise<Response>;

/** One for each isolate: it knows which deliveries are in flight. */
let receive: Receive | undefined;

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    if (!/^\/green-api\/webhook\/?$/.test(new URL(request.url).pathname)) return new Response("Not found", { status: 404 });
    receive ??= createReceive(env);
    return receive(request);
  },
};

function createReceive(env: Env): Receive {
  return toFetchHandler(
    createWebhookHandler({
      token: env.WEBHOOK_TOKEN,
      quarantine: quarantineTo(env),
      deliver: createHandlers(replyThrough(env)),
      // Workers may wait long for others' responses; GREEN-API waits 180 s.
      deadlineMilliseconds: 60_000,
    }),
  );
}

function replyThrough({ API_URL: apiUrl, ID_INSTANCE: idInstance, API_TOKEN: apiTokenInstance }: Env): Reply {
  if (!apiUrl || !idInstance || !apiTokenInstance) return async (_, text) => console.log(`Reply: ${text}`);
  const client = createApiClient({ apiUrl, idInstance, apiTokenInstance });
  return (message, text) => replyTo(client, message).text(text);
}

/** Keeps what can't be accepted for 30 days, so that it doesn't hold up the queue. */
function quarantineTo({ REFUSED }: Env): Quarantine {
  return ({ code, receivedAt, bytes, value }) =>
    REFUSED.put(`${receivedAt.toISOString()} ${code} ${crypto.randomUUID()}`, bytes ?? JSON.stringify(value), {
      expirationTtl: 30 * 24 * 3600,
    });
}
