#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { Command, Help, type Option } from "commander";
import { CommandFailure, exitCode } from "./command-failure.ts";
import { loadEnvFile } from "./terminal/env-file.ts";
import { printable } from "./terminal/printable.ts";
import { usageError } from "./terminal/usage-error.ts";

/** A command's module is loaded only when that command runs. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  listen: async () => (await import("./commands/listen.ts")).listenCommand(),
  send: async () => (await import("./commands/send.ts")).sendCommand(),
  settings: async () => (await import("./commands/settings.ts")).settingsCommand(),
  doctor: async () => (await import("./commands/doctor.ts")).doctorCommand(),
  emulate: async () => (await import("./commands/emulate.ts")).emulateCommand(),
  capture: async () => (await import("./commands/capture.ts")).captureCommand(),
  replay: async () => (await import("./commands/replay.ts")).replayCommand(),
  drift: async () => (await import("./commands/drift.ts")).driftCommand(),
  qr: async () => (await import("./commands/qr.ts")).qrCommand(),
};
const [, , name = ""] = process.argv;
const loaded = await Promise.all((Object.hasOwn(commands, name) ? [name] : Object.keys(commands)).map((each) => commands[each]!()));

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string };
const program = new Command("greenhook")
  .version(version, "-V, --version", "print the version")
  .description("Receive, send and inspect GREEN-API notifications")
  .addHelpText(
    "after",
    "\nExit codes: 0 done; 1 an invalid option, or the command failed; 2 done, but something needs attention (a fault, a difference, a response other than 200)",
  );
const json = process.argv.includes("--json");
const outputError = (text: string, write: (text: string) => void): void => {
  const message = usageError(text);
  write(json ? `${JSON.stringify({ error: message.replace(/^error: /, "") })}\n` : `${message}\n`);
};
// A flag that isn't given is off: the help needn't say so.
const optionDescription = (option: Option): string => new Help().optionDescription(option).replace(/ ?\(default: false\)$/, "");
for (const command of loaded) program.addCommand(command);
for (const each of [program, ...loaded.flatMap((command) => [command, ...command.commands])]) {
  each.configureOutput({ outputError }).configureHelp({ optionDescription });
  if (each.commands.length === 0) each.option("--env-file <path>", "read environment variables that aren't set from a file");
}

// The reader of the output may close it (`greenhook listen | head`): that ends the program without an error.
process.stdout.on("error", ({ code }: NodeJS.ErrnoException) => process.exit(code === "EPIPE" ? 0 : 1));

try {
  await loadEnvFile(process.argv.slice(2));
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommandFailure)) throw error;
  const message = printable(error.message, 1_000);
  console.error(json ? JSON.stringify({ error: message }) : `error: ${message}`);
  process.exitCode = exitCode.failed;
}
