import { request as httpRequest, type RequestOptions } from "node:http";
import { request as httpsRequest } from "node:https";
import type { Agents } from "./agents.ts";

/** What became of a request: the status that was answered, or why there is none. */
export type PostOutcome = { readonly status: number } | { readonly error: string };

/** What to send, and where to. */
export interface PostOptions {
  readonly url: string;
  readonly authorization: string | undefined;
  readonly body: string;
  readonly agents: Agents;
}

/** A request under way. */
export interface Post {
  /** Never rejects. */
  readonly outcome: Promise<PostOutcome>;
  /** Ends it; the outcome is an error. */
  giveUp(): void;
}

/** Sends one notification the way GREEN-API does: POST, JSON, no redirect followed, the answer's body thrown away. */
export function postNotification({ url, authorization, body, agents }: PostOptions): Post {
  const bytes = Buffer.from(body);
  const options: RequestOptions = {
    method: "POST",
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-length": bytes.length,
      ...(authorization === undefined ? undefined : { authorization }),
    },
  };
  try {
    const request = url.startsWith("https:")
      ? httpsRequest(url, { ...options, agent: agents.https })
      : httpRequest(url, { ...options, agent: agents.http });
    const outcome = new Promise<PostOutcome>((resolve) => {
      const fail = (error: NodeJS.ErrnoException): void => resolve({ error: error.code ?? error.message });
      request.on("error", fail);
      request.on("response", (response) => {
        response.resume();
        response.on("end", () => resolve({ status: response.statusCode ?? 0 }));
        response.on("error", fail);
      });
    });
    request.end(bytes);
    return { outcome, giveUp: () => request.destroy() };
  } catch (error) {
    // A webhookUrl that isn't one, or a token no header can hold. The message would repeat them.
    return { outcome: Promise.resolve({ error: (error as NodeJS.ErrnoException).code ?? "ERR_INVALID_URL" }), giveUp: () => {} };
  }
}
