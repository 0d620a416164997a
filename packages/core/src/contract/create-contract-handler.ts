import type { Deliver } from "../receiving/deliver.ts";
import type { Quarantine } from "../receiving/quarantine.ts";
import { createWebhookHandler } from "../webhook/webhook-handler.ts";
import type { WebhookHandler } from "../webhook/webhook-request.ts";
import { contractTokens } from "./contract-tokens.ts";

/** What {@link createContractHandler} takes. */
export interface ContractHandlerOptions {
  /** Whether it has a quarantine: column `Q` of the cases holds then, else column `D`. */
  readonly quarantine: boolean;
  /** Sees every notification before it is delivered: for tests that ask what arrived. */
  readonly onDelivery?: Deliver;
  /** The largest body, in bytes. Default: 65,536, which the cases count on. */
  readonly maxBodyBytes?: number;
}

/**
 * Makes the webhook handler that the contract's cases are written for: fixed tokens, a limit of 64 KiB, a deadline of 200 ms, and a `deliver`
 * that resolves, throws or hangs as the notification's `idMessage` says. Put it behind an adapter, serve it, and give the URL to
 * {@link runContract}.
 *
 * @example
 * const server = createServer(toNodeListener(createContractHandler({ quarantine: false }))).listen(0);
 */
export function createContractHandler(options: ContractHandlerOptions): WebhookHandler {
  const running = new Set<string>();
  const deliver: Deliver = (parsed, context) => {
    void options.onDelivery?.(parsed, context);
    const { idMessage } = parsed.value as { idMessage?: unknown };
    switch (idMessage) {
      case "CONTRACT-THROWS":
        throw new Error(secret);
      case "CONTRACT-THROWS-NULL":
        throw null;
      case "CONTRACT-REJECTS":
        return Promise.reject(new Error(secret));
      case "CONTRACT-HANGS":
        return new Promise(() => undefined);
      case "CONTRACT-ALONE":
        return runAlone(idMessage, running);
      default:
        return undefined;
    }
  };
  return createWebhookHandler({
    token: contractTokens,
    maxBodyBytes: options.maxBodyBytes ?? 65_536,
    deadlineMilliseconds: 200,
    quarantine: options.quarantine ? quarantine : undefined,
    deliver,
  });
}

/** What no answer may show. */
const secret = "what a handler throws is nobody else's business";

/** Takes a while, and fails if the same is under way: two at once succeed only if the second joined the first. */
async function runAlone(id: string, running: Set<string>): Promise<void> {
  if (running.has(id)) throw new Error("The same notification is being delivered twice at once");
  running.add(id);
  await new Promise<void>((resolve) => {
    setTimeout(resolve, 50);
  });
  running.delete(id);
}

/** Looks no deeper than it must: what is refused may be nested deeper than `JSON.stringify` can go. */
const quarantine: Quarantine = ({ value, bytes }) => {
  const held = bytes === undefined ? value : new TextDecoder().decode(bytes);
  const text = typeof held === "string" ? held : (held as { idMessage?: unknown } | null)?.idMessage;
  if (typeof text === "string" && text.includes("CONTRACT-QUARANTINE-FAILS")) throw new Error(secret);
};
