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
  const { deliver = () => undefined, keep = false, port = 0, host = "127.0.0.1", path, tls, signal, ...others } = options;
  const { graceMilliseconds = 300, maxConnections, headersTimeoutMilliseconds, ...more } = others;
  const { requestTimeoutMilliseconds, keepAliveTimeoutMilliseconds, ...rest } = more;
  const limits = {
    graceMilliseconds,
    maxConnections,
    headersTimeoutMilliseconds,
    requestTimeoutMilliseconds,
    keepAliveTimeoutMilliseconds,
  };
  // Those that aren't given must be absent, for their types' sake.
  const given = Object.fromEntries(Object.entries({ path, tls, signal, ...limits }).filter(([, value]) => value !== undefined));
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
  const server = await startWebhookServer({ port, host, ...given, handler });
  onTestFinished(() => server.close());
  return { ...server, delivered, contexts, kept, outcomes };
}
