import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import type { Wanted } from "./create-project.ts";
import { usage } from "./messages.ts";
import { isTemplate, templates } from "./templates.ts";

/** What was given on the command line. */
export interface Command {
  readonly help: boolean;
  readonly folder: string | undefined;
  readonly template: Wanted["template"] | undefined;
  readonly tarballs: string | undefined;
}

/** @throws Error with a sentence for the user. */
export function parseCommand(args: readonly string[]): Command {
  const { values, positionals } = parsed(args);
  const { template, tarballs, help = false } = values;
  const [folder, ...others] = positionals;
  if (others.length > 0) throw new Error(`Cannot create a project: one folder is needed, not ${positionals.length}`);
  if (template === undefined) return { help, folder, tarballs, template };
  if (!isTemplate(template)) throw new Error(`Cannot create a project: there is no template "${template}"; there are ${listed()}`);
  return { help, folder, tarballs, template };
}

/** Asks for the folder and the template where a terminal is there to ask. */
export async function askForMissing(command: Command): Promise<Wanted> {
  const { folder, template, tarballs } = command;
  if (folder !== undefined && template !== undefined) return { folder, template, tarballs };
  if (!process.stdin.isTTY) {
    const missing = folder === undefined ? "a folder" : "a template";
    throw new Error(`Cannot create a project: ${missing} is missing\n\n${usage}`);
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return {
      folder: folder ?? ((await terminal.question("Folder (green-api-receiver): ")).trim() || "green-api-receiver"),
      template: template ?? (await askForTemplate((question) => terminal.question(question))),
      tarballs,
    };
  } finally {
    terminal.close();
  }
}

async function askForTemplate(ask: (question: string) => Promise<string>): Promise<Wanted["template"]> {
  const choices = Object.entries(templates).map(([name, about]) => `  ${name.padEnd(8)} ${about}\n`);
  for (;;) {
    const answer = (await ask(`${choices.join("")}Template (node): `)).trim() || "node";
    if (isTemplate(answer)) return answer;
  }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        template: { type: "string", short: "t" },
        tarballs: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw new Error(`Cannot create a project: ${(error as Error).message}\n\n${usage}`, { cause: error });
  }
}

function listed(): string {
  return Object.keys(templates).join(" and ");
}
