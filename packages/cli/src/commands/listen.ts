import { randomBytes } from "node:crypto";
import { createDispatcher, createWebhookHandler } from "@greenhook/core";
import { quarantineToDirectory, startWebhookServer, type WebhookServer } from "@greenhook/node";
import { Command, InvalidArgumentError, Option } from "commander";
import { CommandFailure } from "../command-failure.ts";
import { describeNotification } from "../listen/describe-notification.ts";
import { outcomeLines } from "../listen/print-outcome.ts";
import { pastableSample, sampleNotifications } from "../listen/samples.ts";
import { style } from "../terminal/style.ts";

interface ListenOptions {
  readonly port: number;
  readonly host: string;
  readonly path: string;
  readonly token?: string;
  /** A folder; false for none. */
  readonly quarantine: string | false;
  readonly samples: boolean;
  readonly once: boolean;
}

/** `greenhook listen`: a receiver whose handler is the terminal. */
export function listenCommand(): Command {
  return new Command("listen")
    .description("Receive notifications and print them")
    .addOption(new Option("--port <number>", "port to listen on, 0 for any").env("PORT").default(3000).argParser(parsePort))
    .addOption(new Option("--host <address>", "address to listen on").env("HOST").default("127.0.0.1"))
    .addOption(new Option("--path <path>", "path of the webhook").env("WEBHOOK_PATH").default("/green-api/webhook/"))
    .addOption(new Option("--token <token>", "what webhookUrlToken holds; without it one is made").env("WEBHOOK_TOKEN"))
    .addOption(new Option("--quarantine <folder>", "where deliveries that can't be accepted are kept").default("refused"))
    .addOption(new Option("--no-quarantine", "refuse them instead"))
    .addOption(new Option("--samples", "deliver a handful of samples first").default(false))
    .addOption(new Option("--once", "end after the samples were delivered").default(false))
    .action(listen);
}

async function listen(options: ListenOptions): Promise<void> {
  const token = chooseToken(options.token);
  const summaries = new WeakMap<Date, string>();
  const handler = createWebhookHandler({
    token: token.value,
    ...(options.quarantine === false ? undefined : { quarantine: quarantineIn(options.quarantine) }),
    deliver: createDispatcher().onAny((parsed, { receivedAt }) => {
      summaries.set(receivedAt, describeNotification(parsed));
    }),
    onOutcome: (outcome) => {
      for (const line of outcomeLines(outcome, summaries.get(outcome.receivedAt))) console.log(line);
    },
  });
  const server = await start(handler, options);
  const stopped = closeOnSignal(server);

  console.log(`Receiving at ${style("bold", server.url)}`);
  if (token.made) console.log(`Token made for this run: ${style("bold", token.value)}  (choose your own with --token or WEBHOOK_TOKEN)`);
  console.log(
    options.quarantine === false
      ? "No quarantine: what can't be accepted is refused, and GREEN-API would repeat it for 24 hours, holding up what follows"
      : `What can't be accepted is kept in ${options.quarantine}/`,
  );
  const authorization = /^(bearer|basic) /i.test(token.value) ? token.value : `Bearer ${token.value}`;
  if (options.samples || options.once) await deliverSamples(server.url, authorization);
  if (options.once) {
    await server.close();
    return;
  }
  console.log(`\nWaiting for more. Paste this to deliver one yourself:\n${curlLine(server.url, authorization)}\n`);
  await stopped;
}

async function start(
  handler: Parameters<typeof startWebhookServer>[0]["handler"],
  { port, host, path }: ListenOptions,
): Promise<WebhookServer> {
  try {
    return await startWebhookServer({ handler, port, host, path });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE") throw new CommandFailure(`Cannot listen on ${host}:${port}: the port is in use; choose another with --port`);
    throw new CommandFailure(`Cannot listen on ${host}:${port}: ${code ?? String(error)}`);
  }
}

function quarantineIn(folder: string): ReturnType<typeof quarantineToDirectory> {
  try {
    return quarantineToDirectory(folder);
  } catch (error) {
    throw new CommandFailure(`Cannot make the quarantine's folder "${folder}": ${(error as NodeJS.ErrnoException).code ?? String(error)}`);
  }
}

function chooseToken(token: string | undefined): { value: string; made: boolean } {
  if (token === undefined) return { value: randomBytes(16).toString("hex"), made: true };
  if (token.trim() === "") throw new CommandFailure("The token is blank: leave --token and WEBHOOK_TOKEN out to have one made");
  return { value: token, made: false };
}

/** Delivers as GREEN-API does: one after another, each answered before the next. */
async function deliverSamples(url: string, authorization: string): Promise<void> {
  for (const notification of sampleNotifications()) {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json; charset=utf-8", authorization },
      body: JSON.stringify(notification),
    });
    const answer = await response.text();
    if (response.status !== 200) throw new CommandFailure(`A sample was answered ${response.status}: ${answer}`);
  }
}

function curlLine(url: string, authorization: string): string {
  const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
  return `curl ${quote(url)} -H ${quote(`Authorization: ${authorization}`)} -H 'Content-Type: application/json' -d ${quote(JSON.stringify(pastableSample()))}`;
}

/** The first SIGINT or SIGTERM drains, a second one ends at once. Resolves when drained. */
function closeOnSignal(server: WebhookServer): Promise<void> {
  return new Promise((resolve, reject) => {
    let first: number | undefined;
    const onSignal = (signal: NodeJS.Signals): void => {
      if (first === undefined) {
        first = performance.now();
        console.log("\nStopping: deliveries under way are finished first; press Ctrl-C again to end at once");
        server.close().then(resolve, reject);
        return;
      }
      // npm passes on the Ctrl-C that the terminal has sent us already: that isn't a second one.
      if (performance.now() - first > 300) process.exit(signal === "SIGINT" ? 130 : 143);
    };
    process.on("SIGINT", onSignal);
    process.on("SIGTERM", onSignal);
  });
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError("a port is a number from 0 to 65535");
  return port;
}
