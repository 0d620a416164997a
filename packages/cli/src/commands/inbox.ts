import { Command, Option } from "commander";
import { CommandFailure } from "../command-failure.ts";
import { exportItems } from "../inbox/export-items.ts";
import { ImportedLanes, importItems } from "../inbox/import-items.ts";
import { showCheck, showStatus } from "../inbox/inspect-inbox.ts";
import { withFilterOptions, type FilterOptions } from "../inbox/item-filter.ts";
import { inboxFailure, openInbox, type OpenInbox, type OpenInboxOptions } from "../inbox/open-inbox.ts";
import { eraseItems, listItems, retryItems, showItem, type ListOptions } from "../inbox/steer-items.ts";
import { closestName } from "../terminal/closest-name.ts";
import { createOutput, type Output } from "../terminal/output.ts";
import { parseWholeNumber } from "../terminal/parse-number.ts";

interface JsonOption {
  readonly json: boolean;
}

/** `greenhook inbox`: looks into a durable inbox, and steers it. */
export function inboxCommand(): Command {
  let file: string | undefined;
  const using = async (
    { json }: JsonOption,
    run: (inbox: OpenInbox, output: Output) => Promise<void>,
    options: OpenInboxOptions = {},
  ): Promise<void> => {
    const inbox = await openInbox(file, options);
    try {
      await run(inbox, createOutput(json));
    } catch (error) {
      throw inboxFailure(error);
    } finally {
      await inbox.close();
    }
  };
  const json = (): Option => new Option("--json", "print JSON lines").default(false);
  const unmasked = (what: string): Option => new Option("--unmasked", what).default(false);

  const inbox = new Command("inbox")
    .description("Look into the durable inbox of @greenhook/inbox, and steer it: status, dead letters, retry, erase, export")
    .usage("[file] <command> [options]")
    .argument("[file]", "file of the inbox, which must exist (default: the one on Postgres of DATABASE_URL, else inbox.db)")
    .helpCommand(false)
    .allowUnknownOption()
    .allowExcessArguments();
  inbox
    .command("status")
    .description("print how many items wait, run, are done and are dead; exit code 2 if something is dead or blocked")
    .addOption(json())
    .action((options: JsonOption) => using(options, showStatus));
  withFilterOptions(inbox.command("list").description("list items, the oldest first, without their content"))
    .addOption(new Option("--after <id>", "those behind the item with this id"))
    .addOption(new Option("--limit <number>", "how many at most").default(100).argParser(parseWholeNumber("the limit", 1, 1_000_000)))
    .addOption(unmasked("print phone numbers in full"))
    .addOption(json())
    .action((options: ListOptions & JsonOption) => using(options, (opened, output) => listItems(opened, options, output)));
  inbox
    .command("show")
    .description("print an item and its notification, without texts, names and phone numbers")
    .argument("<id>", "the item's id, as list prints it")
    .addOption(unmasked("print the notification as it arrived"))
    .addOption(json())
    .action((id: string, options: { readonly unmasked: boolean } & JsonOption) =>
      using(options, (opened, output) => showItem(opened, id, options, output)),
    );
  withFilterOptions(inbox.command("retry").description("put dead items back to wait, and done ones that are named"))
    .argument("[ids...]", "their ids")
    .addOption(json())
    .action((ids: readonly string[], options: FilterOptions & JsonOption) =>
      using(options, (opened, output) => retryItems(opened, ids, options, output)),
    );
  withFilterOptions(inbox.command("erase").description("erase items for good, whatever their state: text, chat and errors"))
    .argument("[ids...]", "their ids")
    .addOption(json())
    .action((ids: readonly string[], options: FilterOptions & JsonOption) =>
      using(options, (opened, output) => eraseItems(opened, ids, options, output)),
    );
  inbox
    .command("check")
    .description("look for what makes it lose, delay or expose notifications; exit code 2 if something does")
    .addOption(json())
    .action((options: JsonOption) => using(options, showCheck));
  inbox
    .command("export")
    .description("write what waits and what is dead to standard output (NDJSON), in full")
    .action(() => using({ json: false }, exportItems));
  inbox
    .command("import")
    .description("store what export wrote; what is stored already is left out")
    .argument("[path]", "file written by export, - for standard input", "-")
    .addOption(new Option("--dead", "store dead ones too, to be run again").default(false))
    .addOption(new Option("--create", "create the file where there is none").default(false))
    .addOption(json())
    .action((path: string, options: { readonly dead: boolean; readonly create: boolean } & JsonOption) => {
      const lanes = new ImportedLanes();
      return using(options, (opened, output) => importItems(opened, path, { dead: options.dead, lanes }, output), {
        mustExist: !options.create,
        laneOf: (parsed) => lanes.laneOf(parsed),
      });
    });

  // Commander finds a command's name in the first place; here the file may stand there.
  return inbox.action(async () => {
    const isNamed = inbox.args[0]?.startsWith("-") === false;
    const [name = "status", ...rest] = isNamed ? inbox.args.slice(1) : ["status", ...inbox.args];
    file = isNamed ? inbox.args[0] : undefined;
    const command = inbox.commands.find((each) => each.name() === name);
    if (command === undefined) throw unknownCommand(name, inbox.commands);
    await command.parseAsync(rest, { from: "user" });
  });
}

function unknownCommand(name: string, commands: readonly Command[]): CommandFailure {
  const names = commands.map((command) => command.name());
  const closest = closestName(name, names);
  return new CommandFailure(
    `Unknown command "${name}": ${closest === undefined ? `it must be one of ${names.join(", ")}` : `did you mean ${closest}?`}`,
  );
}
