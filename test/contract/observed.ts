import { createWebhookHandler } from "@greenhook/core";
import type { SetUp, Serving } from "./set-up.ts";

/** What can be seen of a delivery from outside, and what the user's handler saw. */
export interface Observed {
  readonly status: number;
  /** The body of the response. */
  readonly body: string;
  /** `quarantined` or `code` in it; `"foreign"` where the response isn't ours. */
  readonly code: string;
  /** The notification as JSON, if one was delivered. */
  readonly delivered: string | undefined;
}

/** A set-up that serves a handler with the default limits, and says what became of each request. */
export interface Observer {
  readonly name: string;
  readonly behindBodyParser: boolean;
  readonly send: (body: Uint8Array, headers?: Readonly<Record<string, string>>) => Promise<Observed>;
  readonly close: Serving["close"];
}

/** One request at a time: what is delivered is the last one's. */
export async function observe({ name, behindBodyParser, serve }: SetUp, quarantine: boolean): Promise<Observer> {
  let delivered: string | undefined;
  const { url, close } = await serve(
    createWebhookHandler({
      token: "secret",
      quarantine: quarantine ? () => undefined : undefined,
      deliver: ({ value }) => {
        delivered = JSON.stringify(value);
      },
    }),
  );
  return {
    name,
    behindBodyParser,
    close,
    send: async (sent, headers) => {
      delivered = undefined;
      const response = await fetch(url, {
        method: "POST",
        headers: { authorization: "Bearer secret", "content-type": "application/json", ...headers },
        body: new Uint8Array(sent),
      });
      const body = await response.text();
      return { status: response.status, body, code: codeIn(body), delivered };
    },
  };
}

function codeIn(body: string): string {
  try {
    const { ok, code, quarantined } = JSON.parse(body) as { ok?: boolean; code?: string; quarantined?: string };
    return quarantined ?? code ?? (ok === true ? "ok" : "foreign");
  } catch {
    return "foreign";
  }
}
