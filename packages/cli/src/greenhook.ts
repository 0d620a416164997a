#!/usr/bin/env node
import { Command } from "commander";
import { CommandFailure } from "./command-failure.ts";
import { printable } from "./terminal/printable.ts";

/** A command's module is loaded when it is the one that was asked for: most need little of the rest. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  listen: async () => (await import("./commands/listen.ts")).listenCommand(),
  send: async () => (await import("./commands/send.ts")).sendCommand(),
  settings: async () => (await import("./commands/settings.ts")).settingsCommand(),
  doctor: async () => (await import("./commands/doctor.ts")).doctorCommand(),
  emulate: async () => (await import("./commands/emulate.ts")).emulateCommand(),
  capture: async () => (await import("./commands/capture.ts")).captureCommand(),
  replay: async () => (await import("./commands/replay.ts")).replayCommand(),
  qr: async () => (await import("./commands/qr.ts")).qrCommand(),
};
const asked = process.argv[2] ?? "";
const loaded = await Promise.all((Object.hasOwn(commands, asked) ? [asked] : Object.keys(commands)).map((name) => commands[name]!()));

const program = new Command("greenhook")
  .description("Receive, send and look at GREEN-API notifications")
  .showSuggestionAfterError(false)
  .addHelpText(
    "after",
    "\nExit codes: 0 done; 1 an option is wrong, or it can't be done; 2 done, and something was found that needs you (a fault, a difference, an answer that isn't 200)",
  );
const json = process.argv.includes("--json");
const outputError = (text: string, write: (text: string) => void): void =>
  write(json ? `${JSON.stringify({ error: text.replace(/^error: /, "").trim() })}\n` : text);
for (const command of loaded) {
  for (const each of [command, ...command.commands]) each.configureOutput({ outputError });
  program.addCommand(command);
}

// Whoever reads our output may stop reading (`greenhook listen | head`): that is an end, not an error.
process.stdout.on("error", () => process.exit(0));

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommandFailure)) throw error;
  const message = printable(error.message, 1_000);
  console.error(json ? JSON.stringify({ error: message }) : `error: ${message}`);
  process.exitCode = 1;
}
