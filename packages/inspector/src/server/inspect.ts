import { randomBytes } from "node:crypto";
import type { RequestListener } from "node:http";
import {
  assertWebhookHandler,
  authorizationOf,
  checkOptionNames,
  type DeliverySource,
  type Receiver,
  type WebhookHandler,
} from "@greenhook/core";
import type { InspectedInbox } from "../inbox/inspected-inbox.ts";
import { DriftReport } from "../reading/drift-report.ts";
import { DeliveryLog, type DeliveryLogLimits } from "../recording/delivery-log.ts";
import { DeliveryRecorder } from "../recording/delivery-recorder.ts";
import type { InspectedDelivery } from "../recording/inspected-delivery.ts";
import { pageListener } from "./page-listener.ts";
import { ownReceiver } from "./replay-delivery.ts";
import { serveInspector, type InspectorAddress, type InspectorServer } from "./serve-inspector.ts";

/** Options of {@link inspect}. */
export interface InspectOptions extends DeliveryLogLimits {
  /**
   * The `webhookUrlToken` that the handler expects, for replays and samples.
   *
   * @default the header of the last delivery that was authenticated
   */
  readonly token?: string | undefined;
  /**
   * The URL of the receiver, which the page shows and copies into curl commands. A function if it is known only later.
   *
   * @default "http://127.0.0.1:3000/green-api/webhook/"
   */
  readonly webhookUrl?: string | (() => string) | undefined;
  /**
   * Host names under which the page may be opened, besides `localhost` and the addresses of this machine.
   *
   * @example ["dev.example.com"]
   */
  readonly hosts?: readonly string[] | undefined;
  /**
   * What a request for data must present, from behind the `#` of the page's URL.
   *
   * @default 32 random characters
   */
  readonly key?: string | undefined;
  /**
   * Where `listener` is mounted, if the framework leaves the path in `request.url`, as node:http and Fastify do; Express and Koa's mount
   * don't.
   *
   * @default "/"
   * @example "/inspector/"
   */
  readonly path?: string | undefined;
  /**
   * An inbox, which the page shows in a tab of its own: its lanes, dead letters and errors. Anyone with the key can retry and erase its items.
   *
   * @example createInbox({ path: "inbox.db" })
   */
  readonly inbox?: InspectedInbox | undefined;
  /** Called for each delivery that the inspector shows. Its errors are ignored. */
  readonly onDelivery?: ((delivery: InspectedDelivery) => void) | undefined;
}

/** A handler whose deliveries can be watched. */
export interface Inspector {
  /** The same handler: give this one to the adapter. */
  readonly handler: WebhookHandler;
  /** The same receiver, whose deliveries are shown too: for polling and replays. */
  watch(receiver: Receiver): Receiver;
  /** The same handler, whose deliveries are shown too, as from that source. */
  watch(handler: WebhookHandler, source: DeliverySource): WebhookHandler;
  /** Serves the page, to be mounted in a server of your own. Open it with `#` and the key behind its URL. */
  readonly listener: RequestListener;
  readonly key: string;
  /** Serves the page on a port of its own. Rejects like Node's `listen`. */
  listen(address?: InspectorAddress): Promise<InspectorServer>;
  /** Adds what is still held back; see `InspectedDelivery.count`. */
  flush(): void;
}

/**
 * Lets a webhook handler be watched in a browser: what arrives, its outcome and content, with phone numbers and secrets masked; and lets
 * deliveries be replayed. For development: it keeps the last deliveries in memory, and anyone with the key can see them.
 *
 * @example
 * const inspector = inspect(handler);
 * app.use("/green-api/webhook", toExpressHandler(inspector.handler));
 * console.log("Inspector at", (await inspector.listen()).url);
 */
export function inspect(handler: WebhookHandler, options: InspectOptions = {}): Inspector {
  assertWebhookHandler("inspect", handler);
  checkOptionNames("inspect", options, optionNames);
  const { token, webhookUrl = "http://127.0.0.1:3000/green-api/webhook/", path = "/", inbox, onDelivery } = options;
  checkInbox(inbox);
  const key = options.key ?? randomBytes(16).toString("hex");
  const log = new DeliveryLog(options);
  const drift = new DriftReport();
  const recorder = new DeliveryRecorder(log, drift, onDelivery);
  let authorization = authorizationOf(token ?? "");
  const recorded = recorder.handler(handler, "webhook");
  const hosts = new Set(options.hosts?.map((host) => host.toLowerCase()));
  const own = ownReceiver(recorder.handler(handler, "replay"), () => authorization);
  const listener = pageListener({
    log,
    drift,
    own,
    inbox,
    accepted: { hosts, key },
    webhookUrl: () => (typeof webhookUrl === "string" ? webhookUrl : webhookUrl()),
    path,
  });

  function watch(receiver: Receiver): Receiver;
  function watch(handler: WebhookHandler, source: DeliverySource): WebhookHandler;
  function watch(watched: Receiver | WebhookHandler, source: DeliverySource = "webhook"): Receiver | WebhookHandler {
    return typeof watched === "function" ? recorder.handler(watched, source) : recorder.receiver(watched);
  }

  return {
    handler: async (request) => {
      const response = await recorded(request);
      if (token === undefined && response.status === 200) authorization = request.authorization[0] ?? authorization;
      return response;
    },
    watch,
    listener,
    key,
    listen: (address) => serveInspector(listener, key, address),
    flush: () => recorder.close(),
  };
}

const optionNames: Readonly<Record<keyof InspectOptions, true>> = {
  token: true,
  webhookUrl: true,
  hosts: true,
  key: true,
  path: true,
  inbox: true,
  onDelivery: true,
  capacity: true,
  unauthenticatedCapacity: true,
  maxBytes: true,
};

function checkInbox(inbox: InspectedInbox | undefined): void {
  if (inbox === undefined || typeof (inbox as Partial<InspectedInbox> | null)?.items?.list === "function") return;
  throw new TypeError('Cannot inspect: "inbox" must be one whose items can be listed, as that of createInbox');
}
