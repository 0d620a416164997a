import { createReceiver, createWebhookHandler, type Receiver, type WebhookHandler } from "@greenhook/core";
import { inspect, type Inspector, type InspectorServer } from "@greenhook/inspector";
import { Command, Option } from "commander";
import { clientOf, namesAccount, withAccountOptions, type AccountOptions } from "../account/account-options.ts";
import { maskSetting } from "@greenhook/core/api";
import { CommandFailure } from "../command-failure.ts";
import { chooseToken, type ChosenToken } from "../listen/choose-token.ts";
import { curlLine } from "../listen/curl-line.ts";
import { deliverSamples, type SampleSource } from "../listen/deliver-samples.ts";
import { forwardingHandler, forwardingReceiver } from "../listen/forward.ts";
import { openInspector } from "../listen/open-inspector.ts";
import { pollQueue } from "../listen/poll-queue.ts";
import { printDelivery } from "../listen/print-delivery.ts";
import { quarantineIn } from "../listen/quarantine-in.ts";
import { emptied, openOwnInbox, printStored } from "../listen/work-inbox.ts";
import { serveWebhook } from "../listen/serve-webhook.ts";
import { withWebhookOptions, type WebhookOptions } from "../listen/webhook-options.ts";
import { createOutput, type Output } from "../terminal/output.ts";
import { parsePort, parseWholeNumber } from "../terminal/parse-number.ts";
import { printable } from "../terminal/printable.ts";
import { stopOnSignal } from "../terminal/stop-on-signal.ts";
import { style } from "../terminal/style.ts";

interface ListenOptions extends WebhookOptions, AccountOptions {
  /** A folder, or false for none. */
  readonly quarantine: string | false;
  /** A port; true or absent for the default, false for none. */
  readonly inspector?: number | boolean;
  readonly inspectorHost: string;
  /** The file of a durable inbox. */
  readonly inbox?: string;
  readonly forwardTo?: string;
  readonly forwardTimeout: number;
  readonly samples: boolean;
  readonly once: boolean;
  readonly json: boolean;
}

/** `greenhook listen`: a receiver that prints notifications, and the inspector. */
export function listenCommand(): Command {
  const command = new Command("listen").description(
    "Receive notifications, print them, and show them in the inspector; with the options of an instance, read its queue: no public address needed",
  );
  return withAccountOptions(withWebhookOptions(command))
    .addOption(
      new Option(
        "--forward-to <url>",
        "forward to your application, whose response is the response; from a queue, delete only after its 200",
      ),
    )
    .addOption(
      new Option("--forward-timeout <seconds>", "how long your application may take")
        .default(180)
        .argParser(parseWholeNumber("the timeout", 1, 3_600)),
    )
    .addOption(
      new Option("--inbox <file>", "store deliveries in a durable inbox of its own first, and print them from there").conflicts(
        "forwardTo",
      ),
    )
    .addOption(new Option("--quarantine <folder>", "folder for deliveries that can't be accepted").default("refused"))
    .addOption(new Option("--no-quarantine", "refuse such deliveries instead"))
    .addOption(
      new Option("--inspector <port>", "port of the inspector, 0 for any (default: 3001, or any if that is in use)").argParser(parsePort),
    )
    .addOption(new Option("--no-inspector", "don't serve the inspector"))
    .addOption(new Option("--inspector-host <address>", "address that the inspector listens on").default("127.0.0.1"))
    .addOption(new Option("--samples", "deliver some samples first").default(false))
    .addOption(new Option("--once", "deliver the samples and exit").default(false))
    .addOption(new Option("--json", "print JSON lines").default(false))
    .action(listen);
}

async function listen(options: ListenOptions): Promise<void> {
  const output = createOutput(options.json);
  const token = chooseToken(options.token);
  const inbox = options.inbox === undefined ? undefined : await openOwnInbox(options.inbox);
  const receiver = createReceiver({
    // Without an inbox every notification is accepted: printing it is all there is to do.
    deliver: inbox ?? (() => undefined),
    logger: false,
    ...(options.quarantine === false || options.forwardTo !== undefined ? undefined : { quarantine: quarantineIn(options.quarantine) }),
  });
  const handler =
    options.forwardTo === undefined
      ? createWebhookHandler({ token: token.value, receiver, logger: false })
      : forwardingHandler(urlOf(options.forwardTo), options.forwardTimeout * 1_000);
  const receiving: Receiving = { options, output, token, receiver, handler, url: defaultUrl };
  const inspector = inspect(handler, {
    token: options.forwardTo === undefined ? token.value : options.token,
    webhookUrl: () => receiving.url,
    inbox,
    onDelivery: (delivery) => printDelivery(delivery, output),
  });
  // Samples come from an emulated instance: the environment may name a real one, whose queue must stay as it is.
  const fromQueue = namesAccount(options) && !options.samples && !options.once;
  try {
    if (inbox !== undefined) await printStored(inbox, output);
    await (fromQueue ? listenToQueue(receiving, inspector) : listenToWebhook(receiving, inspector));
    if (inbox !== undefined) await emptied(inbox);
  } finally {
    await inbox?.close();
  }
  inspector.flush();
}

/** A running receiver, and what it was started with. */
interface Receiving {
  readonly options: ListenOptions;
  readonly output: Output;
  readonly token: ChosenToken;
  readonly receiver: Receiver;
  readonly handler: WebhookHandler;
  /** Of the webhook. */
  url: string;
}

const defaultUrl = "http://127.0.0.1:3000/green-api/webhook/";

async function listenToWebhook(receiving: Receiving, inspector: Inspector): Promise<void> {
  const { options, output, token } = receiving;
  const server = await serveWebhook(inspector.handler, options);
  receiving.url = server.url;
  const page = await openPage(options, inspector).catch(async (error: unknown) => {
    await server.close();
    throw error;
  });
  const stop = stopOnSignal(() => {
    output.line("\nStopping after the deliveries in flight; press Ctrl-C again to exit at once");
  });
  let samples: SampleSource | undefined;
  const close = async (): Promise<void> => void (await Promise.all([samples?.emulator.close(), server.close(), page?.close()]));
  const stopped = new Promise<void>((resolve) => stop.addEventListener("abort", () => resolve(), { once: true }));

  const generatedToken = token.generated && options.forwardTo === undefined ? { token: token.value } : {};
  output.object({ event: "receiving", url: server.url, ...generatedToken, ...(page === undefined ? {} : { inspector: page.url }) });
  output.line(`Receiving at ${style("bold", server.url)}`);
  describePage(page, options, output);
  describeRest(options, token, output);
  if (options.samples || options.once) samples = await deliverSamples(server.url, token.value);
  if (options.once) return close();
  if (samples !== undefined) {
    const { apiUrl, idInstance, apiTokenInstance } = samples.access;
    output.line(`\nThe samples came from an emulated GREEN-API. To use its instance with other commands and in your own programs:`);
    output.line(`export GREEN_API_URL=${apiUrl} GREEN_API_ID_INSTANCE=${idInstance} GREEN_API_TOKEN_INSTANCE=${apiTokenInstance}`);
    output.object({ event: "emulator", ...samples.access });
  }
  output.line(
    `\nWaiting for more. To deliver a notification yourself:\n${curlLine(server.url, options.forwardTo !== undefined && token.generated ? "Bearer <your token>" : token.authorization)}\n`,
  );
  await stopped;
  await close();
}

async function listenToQueue(receiving: Receiving, inspector: Inspector): Promise<void> {
  const { options, output, receiver, handler, token } = receiving;
  const client = clientOf(options, {});
  const page = await openPage(options, inspector);
  const signal = stopOnSignal(() => output.line("\nStopping after the delivery in flight; press Ctrl-C again to exit at once"));
  output.object({ event: "polling", idInstance: options.idInstance, ...(page === undefined ? {} : { inspector: page.url }) });
  output.line(`Receiving from the queue of instance ${options.idInstance}: a notification is deleted there once it is delivered here`);
  describePage(page, options, output);
  if (options.forwardTo !== undefined) describeRest(options, token, output);
  const authorization = options.token === undefined ? undefined : token.authorization;
  const watched =
    options.forwardTo === undefined ? inspector.watch(receiver) : forwardingReceiver(inspector.watch(handler, "polling"), authorization);
  try {
    await pollQueue({ client, receiver: watched, signal, output, apiUrl: options.apiUrl });
  } finally {
    await page?.close();
  }
}

async function openPage(options: ListenOptions, inspector: Inspector): Promise<InspectorServer | undefined> {
  if (options.inspector === false || options.once) return undefined;
  return openInspector(inspector, options.inspectorHost, typeof options.inspector === "number" ? options.inspector : undefined);
}

function describePage(page: InspectorServer | undefined, { inspectorHost }: ListenOptions, output: Output): void {
  if (page === undefined) return;
  output.line(`Inspector at ${style("bold", page.url)}`);
  if (!isLoopback(inspectorHost))
    output.line("The inspector can be reached from other machines: anyone with the full URL can see everything that arrives");
}

/** The lines about the token, and about what can't be accepted. */
function describeRest({ forwardTo, inbox, quarantine }: ListenOptions, token: ChosenToken, output: Output): void {
  if (forwardTo !== undefined) {
    output.line(`Forwarding to ${style("bold", printable(String(maskSetting("webhookUrl", forwardTo))))}: its response is the response`);
    return;
  }
  if (token.generated)
    output.line(`Token generated for this run: ${style("bold", token.value)}  (choose your own with --token or WEBHOOK_TOKEN)`);
  if (inbox !== undefined) output.line(`Stored in ${printable(inbox, 400)} before the response, and printed again when handled from there`);
  output.line(
    quarantine === false
      ? "No quarantine: deliveries that can't be accepted are refused, and GREEN-API would retry them for 24 hours, holding up those behind them"
      : `Deliveries that can't be accepted are kept in ${quarantine}/`,
  );
}

/** @throws {CommandFailure} it isn't an http(s) URL; it isn't quoted, since it may hold a secret */
function urlOf(forwardTo: string): string {
  if (URL.canParse(forwardTo) && /^https?:$/.test(new URL(forwardTo).protocol)) return forwardTo;
  throw new CommandFailure("--forward-to must be a URL that begins with http:// or https://");
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host.startsWith("127.");
}
