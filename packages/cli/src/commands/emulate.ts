import { maskSetting } from "@greenhook/core/api";
import { Command, Option } from "commander";
import { CommandFailure } from "../command-failure.ts";
import { startEmulator } from "../emulate/start-emulator.ts";
import { sampleOf } from "../send/sample-kinds.ts";
import { createOutput } from "../terminal/output.ts";
import { parsePort, parseWholeNumber } from "../terminal/parse-number.ts";
import { printable } from "../terminal/printable.ts";
import { stopOnSignal } from "../terminal/stop-on-signal.ts";
import { style } from "../terminal/style.ts";

interface EmulateOptions {
  readonly port: number;
  readonly host: string;
  readonly instances: number;
  readonly webhookUrl: string;
  readonly token: string;
  readonly every: number;
  readonly sample: string;
  readonly json: boolean;
}

/** `greenhook emulate`: a local GREEN-API with instances to develop against. */
export function emulateCommand(): Command {
  return new Command("emulate")
    .description("Run a local GREEN-API: settings, queues and deliveries by its real rules")
    .addOption(new Option("--port <number>", "port to listen on, 0 for any").default(3002).argParser(parsePort))
    .addOption(new Option("--host <address>", "address to listen on").default("127.0.0.1"))
    .addOption(
      new Option("--instances <number>", "number of instances").default(1).argParser(parseWholeNumber("the number of instances", 1, 1_000)),
    )
    .addOption(
      new Option("--webhook-url <url>", "webhookUrl of the instances; without it notifications wait in the queue")
        .env("WEBHOOK_URL")
        .default(""),
    )
    .addOption(new Option("--token <token>", "webhookUrlToken of the instances").env("WEBHOOK_TOKEN").default(""))
    .addOption(
      new Option("--every <seconds>", "interval between generated notifications, 0 for none")
        .default(0)
        .argParser(parseWholeNumber("the interval", 0, 86_400)),
    )
    .addOption(new Option("--sample <name>", "sample to generate: see greenhook send --list").default("textMessage"))
    .addOption(new Option("--json", "print JSON lines").default(false))
    .action(emulate);
}

async function emulate(options: EmulateOptions): Promise<void> {
  const output = createOutput(options.json);
  sampleOf(options.sample);
  const emulator = await startEmulator({
    port: options.port,
    host: options.host,
    onAttempt: ({ idInstance, receiptId, attempt, status, error, durationMilliseconds, delivered }) => {
      const result = style(delivered ? "green" : "red", String(status ?? error ?? "—"));
      output.line(
        `${result}  ${idInstance}  notification ${receiptId}  attempt ${attempt}  ${style("dim", `${Math.round(durationMilliseconds)} ms`)}`,
      );
      output.object({ event: "attempt", idInstance, receiptId, attempt, status, error, delivered, durationMilliseconds });
    },
  });
  if (options.webhookUrl !== "" && !URL.canParse(options.webhookUrl)) {
    await emulator.close();
    throw new CommandFailure("--webhook-url isn't a URL");
  }
  const instances = Array.from({ length: options.instances }, () =>
    emulator.add({ webhookUrl: options.webhookUrl, webhookUrlToken: options.token }),
  );
  output.line(`Emulated GREEN-API at ${style("bold", emulator.url)}`);
  for (const access of instances) {
    output.object({ event: "instance", ...access });
    output.line(
      `export GREEN_API_URL=${access.apiUrl} GREEN_API_ID_INSTANCE=${access.idInstance} GREEN_API_TOKEN_INSTANCE=${access.apiTokenInstance}`,
    );
  }
  output.line(
    options.webhookUrl === ""
      ? "Notifications wait in the queues"
      : `Delivering to ${printable(String(maskSetting("webhookUrl", options.webhookUrl)))}`,
  );
  const notify = (): void => {
    for (const { idInstance } of instances) emulator.notify(idInstance, sampleOf(options.sample));
  };
  const timer = options.every === 0 ? undefined : setInterval(notify, options.every * 1_000);
  if (timer !== undefined) notify();
  const stop = stopOnSignal(() => output.line("\nStopping"));
  await new Promise<void>((resolve) => stop.addEventListener("abort", () => resolve(), { once: true }));
  clearInterval(timer);
  await emulator.close();
}
