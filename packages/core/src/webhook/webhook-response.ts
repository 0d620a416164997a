import type { Refusal } from "../receiving/refusal.ts";

/** An HTTP answer, for an adapter to send as it is. */
export interface WebhookResponse {
  /** The HTTP status: 200 only for what the handler or the quarantine has. */
  readonly status: number;
  /** Names in lower case. No `content-length`: the length of the body in bytes is the adapter's to know. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON in ASCII, or empty. */
  readonly body: string;
  /** Whether part of the request was left unread, so that the connection can't serve another request. */
  readonly closeConnection: boolean;
}

const json = { "content-type": "application/json" } as const;

/** The answer to everything delivered: one constant object, since the sender looks at the status alone. */
export const accepted: WebhookResponse = { status: 200, headers: json, body: '{"ok":true}', closeConnection: false };

/** The answer once the quarantine has it: says what is wrong all the same, for whoever pasted a sample by hand. */
export function quarantined({ code, message, position }: Refusal): WebhookResponse {
  return { ...accepted, body: JSON.stringify({ ok: true, quarantined: code, message, position }) };
}

/** The answer to everything refused. */
export function refused(refusal: Refusal, method: string): WebhookResponse {
  const { code, message, position } = refusal;
  return {
    status: refusal.status,
    headers: { ...json, ...refusal.headers },
    body: method === "HEAD" ? "" : JSON.stringify({ code, message, position }),
    closeConnection: refusal.leavesBodyUnread,
  };
}
