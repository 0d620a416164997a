import { readFileSync } from "node:fs";
import { Command, Help, type Option } from "commander";
import { CommandFailure, exitCode } from "../command-failure.ts";
import { loadEnvFile } from "../terminal/env-file.ts";
import { printable } from "../terminal/printable.ts";
import { usageError } from "../terminal/usage-error.ts";

/** A command's module is loaded only when that command runs. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  listen: async () => (await import("./listen.ts")).listenCommand(),
  send: async () => (await import("./send.ts")).sendCommand(),
  settings: async () => (await import("./settings.ts")).settingsCommand(),
  doctor: async () => (await import("./doctor.ts")).doctorCommand(),
  emulate: async () => (await import("./emulate.ts")).emulateCommand(),
  capture: async () => (await import("./capture.ts")).captureCommand(),
  replay: async () => (await import("./replay.ts")).replayCommand(),
  reconcile: async () => (await import("./reconcile.ts")).reconcileCommand(),
  drift: async () => (await import("./drift.ts")).driftCommand(),
  inbox: async () => (await import("./inbox.ts")).inboxCommand(),
  qr: async () => (await import("./qr.ts")).qrCommand(),
};

/** Runs the command that the arguments name. Its exit code is in `process.exitCode`, unless it is 0. */
export async function runCommands(args: readonly string[]): Promise<void> {
  const [name = ""] = args;
  const loaded = await Promise.all((Object.hasOwn(commands, name) ? [name] : Object.keys(commands)).map((each) => commands[each]!()));

  const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string };
  const program = new Command("greenhook")
    .version(version, "-V, --version", "print the version")
    .description("Receive, send and inspect GREEN-API notifications")
    .addHelpText(
      "after",
      "\nExit codes: 0 done; 1 an invalid option, or the command failed; 2 done, but something needs attention (a fault, a difference, a response other than 200)",
    );
  const json = args.includes("--json");
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

  try {
    await loadEnvFile(args);
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    const message = printable(error.message, 1_000);
    console.error(json ? JSON.stringify({ error: message }) : `error: ${message}`);
    process.exitCode = exitCode.failed;
  }
}
