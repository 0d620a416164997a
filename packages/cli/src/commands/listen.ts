import { Command, Option } from "commander";
import { clientOf, namesAccount, withAccountOptions, type AccountOptions } from "../account/account-options.ts";
import { apiFailure } from "../account/api-failure.ts";
import { openInspector } from "../inspector/open-inspector.ts";
import type { Inspector } from "../inspector/start-inspector.ts";
import { chooseToken, type ChosenToken } from "../listen/choose-token.ts";
import { createReceiver, type Receiver } from "../listen/create-receiver.ts";
import { curlLine } from "../listen/curl-line.ts";
import { deliverSamples, type SampleSource } from "../listen/deliver-samples.ts";
import { receiveFromQueue } from "../listen/receive-from-queue.ts";
import { serveWebhook } from "../listen/serve-webhook.ts";
import { withWebhookOptions, type WebhookOptions } from "../listen/webhook-options.ts";
import { createOutput, type Output } from "../terminal/output.ts";
import { parsePort } from "../terminal/parse-number.ts";
import { stopOnSignal } from "../terminal/stop-on-signal.ts";
import { style } from "../terminal/style.ts";

interface ListenOptions extends WebhookOptions, AccountOptions {
  /** A folder, or false for none. */
  readonly quarantine: string | false;
  /** A port; true or absent for the default, false for none. */
  readonly inspector?: number | boolean;
  readonly inspectorHost: string;
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
  const receiver = createReceiver({ token: token.value, quarantine: options.quarantine, output });
  // Samples come from an emulated instance: the environment may name a real one, whose queue must stay as it is.
  const fromQueue = namesAccount(options) && !options.samples && !options.once;
  await (fromQueue ? listenToQueue(options, receiver, token, output) : listenToWebhook(options, receiver, token, output));
  receiver.close();
}

async function listenToWebhook(options: ListenOptions, receiver: Receiver, token: ChosenToken, output: Output): Promise<void> {
  const server = await serveWebhook(receiver.handlerFor("webhook"), options);
  const inspector = await inspect(options, receiver, token, server.url).catch(async (error: unknown) => {
    await server.close();
    throw error;
  });
  const stop = stopOnSignal(() => {
    output.line("\nStopping after the deliveries in flight; press Ctrl-C again to exit at once");
  });
  let samples: SampleSource | undefined;
  const close = async (): Promise<void> => void (await Promise.all([samples?.emulator.close(), server.close(), inspector?.close()]));
  const stopped = new Promise<void>((resolve) => stop.addEventListener("abort", () => resolve(), { once: true }));

  const generatedToken = token.generated ? { token: token.value } : {};
  output.object({
    event: "receiving",
    url: server.url,
    ...generatedToken,
    ...(inspector === undefined ? {} : { inspector: inspector.url }),
  });
  output.line(`Receiving at ${style("bold", server.url)}`);
  if (inspector !== undefined) output.line(`Inspector at ${style("bold", inspector.url)}`);
  if (inspector !== undefined && !isLoopback(options.inspectorHost)) {
    output.line("The inspector can be reached from other machines: anyone with the full URL can see everything that arrives");
  }
  if (token.generated)
    output.line(`Token generated for this run: ${style("bold", token.value)}  (choose your own with --token or WEBHOOK_TOKEN)`);
  output.line(
    options.quarantine === false
      ? "No quarantine: deliveries that can't be accepted are refused, and GREEN-API would retry them for 24 hours, holding up those behind them"
      : `Deliveries that can't be accepted are kept in ${options.quarantine}/`,
  );
  if (options.samples || options.once) samples = await deliverSamples(server.url, token.value);
  if (options.once) return close();
  if (samples !== undefined) {
    const { apiUrl, idInstance, apiTokenInstance } = samples.access;
    output.line(`\nThe samples came from an emulated GREEN-API. To use its instance with other commands and in your own programs:`);
    output.line(`export GREEN_API_URL=${apiUrl} GREEN_API_ID_INSTANCE=${idInstance} GREEN_API_TOKEN_INSTANCE=${apiTokenInstance}`);
    output.object({ event: "emulator", ...samples.access });
  }
  output.line(`\nWaiting for more. To deliver a notification yourself:\n${curlLine(server.url, token.authorization)}\n`);
  await stopped;
  await close();
}

async function listenToQueue(options: ListenOptions, receiver: Receiver, token: ChosenToken, output: Output): Promise<void> {
  const client = clientOf(options, {});
  const inspector = await inspect(options, receiver, token, "http://127.0.0.1:3000/green-api/webhook/");
  const signal = stopOnSignal(() => output.line("\nStopping after the delivery in flight; press Ctrl-C again to exit at once"));
  output.object({ event: "polling", idInstance: options.idInstance, ...(inspector === undefined ? {} : { inspector: inspector.url }) });
  output.line(`Receiving from the queue of instance ${options.idInstance}: a notification is deleted there once it is delivered here`);
  if (inspector !== undefined) output.line(`Inspector at ${style("bold", inspector.url)}`);
  try {
    const handler = receiver.handlerFor("polling");
    await receiveFromQueue({ client, handler, authorization: token.authorization, signal, output, apiUrl: options.apiUrl });
  } catch (error) {
    throw apiFailure(error, options.apiUrl);
  } finally {
    await inspector?.close();
  }
}

async function inspect(options: ListenOptions, receiver: Receiver, token: ChosenToken, webhookUrl: string): Promise<Inspector | undefined> {
  if (options.inspector === false || options.once) return undefined;
  const port = typeof options.inspector === "number" ? options.inspector : undefined;
  const { log } = receiver;
  const { authorization } = token;
  return openInspector({ log, handler: receiver.handlerFor("replay"), authorization, webhookUrl, host: options.inspectorHost }, port);
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host.startsWith("127.");
}
