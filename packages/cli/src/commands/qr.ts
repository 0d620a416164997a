import { Command, Option } from "commander";
import { clientOf, withAccountOptions, type AccountOptions } from "../account/account-options.ts";
import { apiFailure } from "../account/api-failure.ts";
import { CommandFailure } from "../command-failure.ts";
import { qrLines } from "../qr/qr-lines.ts";
import { readPng } from "../qr/read-png.ts";
import { createOutput } from "../terminal/output.ts";
import { printable } from "../terminal/printable.ts";
import { stopOnSignal } from "../terminal/stop-on-signal.ts";

interface QrOptions extends AccountOptions {
  readonly once: boolean;
  readonly json: boolean;
}

/** `greenhook qr`: shows the QR code that authorises an instance until the instance is authorised. */
export function qrCommand(): Command {
  return withAccountOptions(new Command("qr").description("Show the QR code that authorises an instance, until it is authorised"))
    .addOption(new Option("--once", "show the code once and exit").default(false))
    .addOption(new Option("--json", "print JSON lines, the code as base64 of a PNG").default(false))
    .action(qr);
}

async function qr(options: QrOptions): Promise<void> {
  const output = createOutput(options.json);
  const client = clientOf(options);
  const stop = stopOnSignal(() => output.line(""));
  let last = "";
  while (!stop.aborted) {
    const { type, message } = await client.qr({ signal: stop }).catch((error: unknown) => {
      if (stop.aborted) return { type: "stopped", message: "" };
      throw apiFailure(error, options.apiUrl);
    });
    if (type === "stopped") return;
    if (type === "alreadyLogged") {
      output.line(last === "" ? "The instance is already authorised" : "The instance is authorised");
      output.object({ type });
      return;
    }
    if (type !== "qrCode") throw new CommandFailure(`Cannot show a QR code: ${printable(type)}: ${printable(message, 300)}`);
    // The code changes every 20 seconds.
    if (message !== last) {
      const bitmap = readPng(Buffer.from(message.replace(/^data:[^,]*,/, ""), "base64"));
      const lines = bitmap === undefined ? undefined : qrLines(bitmap);
      if (lines === undefined && !options.json)
        throw new CommandFailure("Cannot show the QR code: GREEN-API sent an unsupported image; --json prints it");
      for (const line of lines ?? []) output.line(line);
      output.line("Scan it with the phone: Settings → Linked devices → Link a device");
      output.object({ type, message });
    }
    last = message;
    if (options.once) return;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}
