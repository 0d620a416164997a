#!/usr/bin/env node
import { Command } from "commander";
import { listenCommand } from "./commands/listen.ts";
import { CommandFailure } from "./command-failure.ts";

const program = new Command("greenhook")
  .description("Receive, send and look at GREEN-API notifications")
  .showSuggestionAfterError(false)
  .addCommand(listenCommand());

// Whoever reads our output may stop reading (`greenhook listen | head`): that is an end, not an error.
process.stdout.on("error", () => process.exit(0));

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommandFailure)) throw error;
  console.error(`error: ${error.message}`);
  process.exitCode = 1;
}
