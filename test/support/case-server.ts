import {
  createWebhookHandler,
  type DeliveryContext,
  type DeliveryOutcome,
  type KnownNotification,
  type RejectedDelivery,
  type UnknownNotification,
  type WebhookHandlerOptions,
} from "@greenhook/core";
import { startWebhookServer, type WebhookServer, type WebhookServerOptions } from "@greenhook/node";
import { onTestFinished } from "vitest";

export interface CaseServer extends WebhookServer {
  readonly delivered: (KnownNotification | UnknownNotification)[];
  readonly contexts: DeliveryContext[];
  readonly kept: RejectedDelivery[];
  readonly outcomes: DeliveryOutcome[];
}

type CaseOptions = Partial<WebhookHandlerOptions> & Partial<Omit<WebhookServerOptions, "handler">> & { readonly keep?: boolean };

/** A real server with small limits, that remembers what it did and ends with the test. With `keep` it has a quarantine. */
export async function startCase(options: CaseOptions = {}): Promise<CaseServer> {
  const delivered: CaseServer["delivered"] = [];
  const contexts: CaseServer["contexts"] = [];
  const kept: CaseServer["kept"] = [];
  const outcomes: CaseServer["outcomes"] = [];
  const { deliver = () => undefined, keep = false, ...rest } = options;
  const run = typeof deliver === "function" ? deliver : deliver.deliver;
  const handler = createWebhookHandler({
    ...(options.allowUnauthenticated === true ? undefined : { token: "secret" }),
    maxBodyBytes: 64 * 1024,
    deadlineMilliseconds: 600,
    ...(keep ? { quarantine: (rejected: RejectedDelivery) => void kept.push(rejected) } : undefined),
    onOutcome: (outcome) => void outcomes.push(outcome),
    logger: false,
    ...rest,
    deliver: (parsed, context) => {
      delivered.push(parsed);
      contexts.push(context);
      return run(parsed, context);
    },
  });
  const server = await startWebhookServer({ port: 0, host: "127.0.0.1", graceMilliseconds: 300, ...rest, handler });
  onTestFinished(() => server.close());
  return { ...server, delivered, contexts, kept, outcomes };
}
