import type { Deliver } from "../receiving/deliver.ts";
import type { Quarantine } from "../receiving/quarantine.ts";
import { createWebhookHandler } from "../webhook/webhook-handler.ts";
import type { WebhookHandler } from "../webhook/webhook-request.ts";

/** Options of {@link createContractHandler}. */
export interface ContractHandlerOptions {
  /** Whether it has a quarantine: column `Q` of the cases holds then, else column `D`. */
  readonly quarantine: boolean;
}

/**
 * Makes the webhook handler that the contract's cases are written for: fixed tokens, a limit of 64 KiB, a deadline of 200 ms, and a `deliver`
 * that resolves, throws or hangs as the notification's `idMessage` says. Put it behind an adapter, serve it, and give the URL to
 * {@link runContract}.
 *
 * @example
 * const server = createServer(toNodeListener(createContractHandler({ quarantine: false }))).listen(0);
 */
export function createContractHandler({ quarantine }: ContractHandlerOptions): WebhookHandler {
  const running = new Set<string>();
  const deliver: Deliver = ({ value }) => {
    const { idMessage } = value as { idMessage?: unknown };
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
    // In one column from a function, which changes no response.
    token: quarantine ? () => Promise.resolve(contractTokens) : contractTokens,
    maxBodyBytes: 65_536,
    deadlineMilliseconds: 200,
    quarantine: quarantine ? quarantineThatMayFail : undefined,
    deliver,
    logger: false,
  });
}

/** As they would be typed into `webhookUrlToken`: the last two are of the kind `Basic`. */
const contractTokens = [
  "contract-token",
  "contract-token-to-come",
  "Basic Y29udHJhY3Q6dG9rZW4=",
  // "Jürgen:pass:word" in UTF-8.
  "Basic SsO8cmdlbjpwYXNzOndvcmQ=",
] as const;

/** The text that no response may show. */
const secret = "what a handler throws is nobody else's business";

/** Takes a while, and fails if the same is in flight: two at once succeed only if the second joined the first. */
async function runAlone(id: string, running: Set<string>): Promise<void> {
  if (running.has(id)) throw new Error("The same notification is being delivered twice at once");
  running.add(id);
  await new Promise<void>((resolve) => {
    setTimeout(resolve, 50);
  });
  running.delete(id);
}

/** Looks only at the top: a refused value may be nested deeper than `JSON.stringify` can go. */
const quarantineThatMayFail: Quarantine = ({ value, bytes }) => {
  const held = bytes === undefined ? value : new TextDecoder().decode(bytes);
  const text = typeof held === "string" ? held : (held as { idMessage?: unknown } | null)?.idMessage;
  if (typeof text === "string" && text.includes("CONTRACT-QUARANTINE-FAILS")) throw new Error(secret);
};
