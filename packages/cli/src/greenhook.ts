#!/usr/bin/env node
import { runCommands } from "./commands/run-commands.ts";

// The reader of the output may close it (`greenhook listen | head`): that ends the program without an error.
process.stdout.on("error", ({ code }: NodeJS.ErrnoException) => process.exit(code === "EPIPE" ? 0 : 1));

await runCommands(process.argv.slice(2));
