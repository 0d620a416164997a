#!/usr/bin/env node
import { createProject } from "./create-project.ts";
import { nextSteps, usage } from "./messages.ts";
import { askForMissing, parseCommand } from "./parse-command.ts";

try {
  const command = parseCommand(process.argv.slice(2));
  if (command.help) console.log(usage);
  else {
    const wanted = await askForMissing(command);
    createProject(wanted);
    console.log(nextSteps(wanted));
  }
} catch (error) {
  // Ctrl-C at a question.
  if ((error as Error).name === "AbortError") process.exit(130);
  console.error((error as Error).message);
  process.exitCode = 1;
}
