import { applySettings, type SettingDifference, type SettingsInput } from "@greenhook/core/api";
import { Command, Option } from "commander";
import { clientOf, withAccountOptions, type AccountOptions } from "../account/account-options.ts";
import { apiFailure } from "../account/api-failure.ts";
import { CommandFailure } from "../command-failure.ts";
import { jsonErrorIn } from "../files/json-error-in.ts";
import { readTextFile } from "../files/read-text-file.ts";
import { maskSetting } from "../account/mask-setting.ts";
import { exitCode } from "../terminal/exit-code.ts";
import { createOutput, type Output } from "../terminal/output.ts";
import { parseWhole } from "../terminal/parse-number.ts";
import { printable } from "../terminal/printable.ts";
import { style } from "../terminal/style.ts";

interface ReadOptions extends AccountOptions {
  readonly json: boolean;
}

interface WriteOptions extends ReadOptions {
  readonly dryRun: boolean;
  readonly unlisted: boolean;
  readonly timeout: number;
}

/** `greenhook settings`: reads an instance's settings, and changes them so that they hold. */
export function settingsCommand(): Command {
  const json = (): Option => new Option("--json", "print JSON").default(false);
  const writes = (command: Command): Command =>
    withAccountOptions(command)
      .addOption(new Option("--dry-run", "only show the difference; exit code 2 if there is one").default(false))
      .addOption(new Option("--unlisted", "set also what the instance doesn't list among its settings").default(false))
      .addOption(
        new Option("--timeout <seconds>", "how long they may take to hold").default(300).argParser(parseWhole("the time", 1, 3_600)),
      )
      .addOption(json());
  return new Command("settings")
    .description("Read and change an instance's settings")
    .addCommand(withAccountOptions(new Command("get").description("Print the settings, tokens masked")).addOption(json()).action(get))
    .addCommand(
      writes(
        new Command("set")
          .description("Change some settings, and wait until they hold")
          .argument("<key=value...>", "webhookUrl=https://… incomingWebhook=yes"),
      ).action((pairs: readonly string[], options: WriteOptions) => write(parsePairs(pairs), options)),
    )
    .addCommand(
      writes(
        new Command("apply")
          .description("Make the settings as a JSON file says, and wait until they hold")
          .argument("<file>", "a JSON object, - for standard input"),
      ).action(async (path: string, options: WriteOptions) => write(await readWanted(path), options)),
    );
}

async function get(options: ReadOptions): Promise<void> {
  const output = createOutput(options.json);
  const client = clientOf(options);
  const settings = await output.during("Asking the instance …", client.getSettings()).catch((error: unknown) => {
    throw apiFailure(error, options.apiUrl);
  });
  const masked = Object.entries(settings).map(([key, value]): [string, unknown] => [key, maskSetting(key, value)]);
  const widest = Math.max(...masked.map(([key]) => key.length));
  for (const [key, value] of masked) output.line(`${printable(key).padEnd(widest)}  ${shown(value)}`);
  output.object(Object.fromEntries(masked));
}

async function write(wanted: SettingsInput, options: WriteOptions): Promise<void> {
  const output = createOutput(options.json);
  const client = clientOf(options);
  try {
    const settings = await output.during("Asking the instance …", client.getSettings());
    const { difference } = await applySettings({ ...client, getSettings: () => Promise.resolve(settings) }, wanted, { dryRun: true });
    const unlisted = Object.keys(wanted).filter((key) => !Object.hasOwn(settings, key));
    if (unlisted.length > 0 && !options.unlisted) {
      throw new CommandFailure(
        `The instance lists no setting "${unlisted.join('", "')}": is it spelt right? With --unlisted it is set all the same`,
      );
    }
    showDifference(difference, output);
    if (options.dryRun || difference.length === 0) {
      output.object({ wrote: false, difference });
      if (difference.length > 0) process.exitCode = exitCode.found;
      return;
    }
    const { wrote } = await applySettings(client, wanted, {
      timeoutMilliseconds: options.timeout * 1_000,
      intervalMilliseconds: 2_000,
      onProgress: ({ step, elapsedMilliseconds }) => {
        if (step !== "done") output.progress(`${steps[step]} (${Math.round(elapsedMilliseconds / 1_000)} s)`);
      },
    });
    output.done();
    output.line("They hold now");
    output.object({ wrote, difference });
  } catch (error) {
    output.done();
    throw apiFailure(error, options.apiUrl);
  }
}

const steps = {
  writing: "Writing; the instance restarts",
  busy: "GREEN-API takes no calls at the moment; trying again",
  starting: "The instance is starting",
  different: "The old values still show; GREEN-API names five minutes",
};

function showDifference(difference: readonly SettingDifference[], output: Output): void {
  if (difference.length === 0) output.line("Nothing to change: they are so already");
  for (const { key, before, wanted } of difference) {
    output.line(`${printable(key)}  ${style("red", shown(before))} → ${style("green", shown(wanted))}`);
  }
}

function shown(value: unknown): string {
  return value === undefined ? "(not there)" : value === "" ? '""' : printable(typeof value === "string" ? value : JSON.stringify(value));
}

function parsePairs(pairs: readonly string[]): SettingsInput {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf("=");
      // The pair may hold a token: it isn't quoted.
      if (at < 1) throw new CommandFailure("Each setting is key=value, such as incomingWebhook=yes; webhookUrl= empties one");
      const key = pair.slice(0, at);
      const value = pair.slice(at + 1);
      return [key, /^(delaySendMessagesMilliseconds|autoTyping)$/.test(key) && /^\d+$/.test(value) ? Number(value) : value];
    }),
  ) as SettingsInput;
}

async function readWanted(path: string): Promise<SettingsInput> {
  const text = await readTextFile(path);
  const wrong = jsonErrorIn(text);
  const name = path === "-" ? "standard input" : `"${path}"`;
  if (wrong !== undefined) throw new CommandFailure(`Cannot read ${name}: it isn't JSON: ${wrong}`);
  const value: unknown = JSON.parse(text);
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new CommandFailure(`Cannot read ${name}: it must be a JSON object`);
  return value;
}
