#!/usr/bin/env node
import { readFileSync } from "node:fs";
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

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string };
const program = new Command("greenhook")
  .version(version, "-V, --version", "print the version")
  .description("Receive, send and look at GREEN-API notifications")
  .addHelpText(
    "after",
    "\nExit codes: 0 done; 1 an option is wrong, or it can't be done; 2 done, and something was found that needs you (a fault, a difference, an answer that isn't 200)",
  );
const json = process.argv.includes("--json");
const outputError = (text: string, write: (text: string) => void): void => {
  const said = text
    .trim()
    .replace(/^error: unknown .*$/, "$&; --help lists what there is")
    // A misspelt option's value may be a token.
    .replace(/^(error: unknown option '[^=']*)=.*'/s, "$1=…'");
  write(json ? `${JSON.stringify({ error: said.replace(/^error: /, "") })}\n` : `${said}\n`);
};
for (const command of loaded) program.addCommand(command);
for (const each of [program, ...loaded.flatMap((command) => [command, ...command.commands])]) {
  each.configureOutput({ outputError }).showSuggestionAfterError(false);
}

// Whoever reads our output may stop reading (`greenhook listen | head`): that is an end, not an error.
process.stdout.on("error", ({ code }: NodeJS.ErrnoException) => process.exit(code === "EPIPE" ? 0 : 1));

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommandFailure)) throw error;
  const message = printable(error.message, 1_000);
  console.error(json ? JSON.stringify({ error: message }) : `error: ${message}`);
  process.exitCode = 1;
}
