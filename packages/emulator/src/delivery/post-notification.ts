import { request as httpRequest, type RequestOptions } from "node:http";
import { request as httpsRequest } from "node:https";
import type { Agents } from "./agents.ts";

/** The result of a request: the response's status, or the reason why there is no response. */
export type PostOutcome = { readonly status: number } | { readonly error: string };

export interface PostOptions {
  readonly url: string;
  /** The header's value. `undefined` for no header. */
  readonly authorization: string | undefined;
  readonly body: string;
  readonly agents: Agents;
}

/** A request in flight. */
export interface Post {
  /** Never rejects. */
  readonly outcome: Promise<PostOutcome>;
  /** Closes the connection. The outcome is then an error. */
  abort(): void;
}

/** Sends one notification as GREEN-API does: POST, JSON. Redirects are not followed, the response's body is ignored. */
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
    return { outcome, abort: () => request.destroy() };
  } catch (error) {
    // An invalid webhookUrl, or a token that no header can hold. The error's message would contain them.
    return { outcome: Promise.resolve({ error: (error as NodeJS.ErrnoException).code ?? "ERR_INVALID_URL" }), abort: () => {} };
  }
}
