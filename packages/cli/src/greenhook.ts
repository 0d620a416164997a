#!/usr/bin/env node
import { Command } from "commander";
import { captureCommand } from "./commands/capture.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { emulateCommand } from "./commands/emulate.ts";
import { listenCommand } from "./commands/listen.ts";
import { qrCommand } from "./commands/qr.ts";
import { replayCommand } from "./commands/replay.ts";
import { sendCommand } from "./commands/send.ts";
import { settingsCommand } from "./commands/settings.ts";
import { CommandFailure } from "./command-failure.ts";
import { printable } from "./terminal/printable.ts";

const program = new Command("greenhook")
  .description("Receive, send and look at GREEN-API notifications")
  .showSuggestionAfterError(false)
  .addHelpText(
    "after",
    "\nExit codes: 0 done; 1 an option is wrong, or it can't be done; 2 done, and something was found that needs you (a fault, a difference, an answer that isn't 200)",
  )
  .addCommand(listenCommand())
  .addCommand(sendCommand())
  .addCommand(settingsCommand())
  .addCommand(doctorCommand())
  .addCommand(emulateCommand())
  .addCommand(captureCommand())
  .addCommand(replayCommand())
  .addCommand(qrCommand());

// Whoever reads our output may stop reading (`greenhook listen | head`): that is an end, not an error.
process.stdout.on("error", () => process.exit(0));

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommandFailure)) throw error;
  const message = printable(error.message, 1_000);
  console.error(process.argv.includes("--json") ? JSON.stringify({ error: message }) : `error: ${message}`);
  process.exitCode = 1;
}
