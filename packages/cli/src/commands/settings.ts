import {
  applySettings,
  maskSetting,
  settingFacts,
  SettingsNotListedError,
  type SettingDifference,
  type Settings,
  type SettingsInput,
} from "@greenhook/core/api";
import { Command, Option } from "commander";
import { clientOf, withAccountOptions, type AccountOptions } from "../account/account-options.ts";
import { apiFailure } from "../account/api-failure.ts";
import { CommandFailure, exitCode } from "../command-failure.ts";
import { describeJsonError } from "@greenhook/core";
import { readTextFile } from "../files/read-text-file.ts";
import { closestName } from "../terminal/closest-name.ts";
import { createOutput, type Output } from "../terminal/output.ts";
import { parseWholeNumber } from "../terminal/parse-number.ts";
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

/** `greenhook settings`: reads the settings of an instance, and changes them until the change has taken effect. */
export function settingsCommand(): Command {
  const json = (): Option => new Option("--json", "print JSON").default(false);
  const writes = (command: Command): Command =>
    withAccountOptions(command)
      .addOption(new Option("--dry-run", "only show the difference; exit code 2 if there is one").default(false))
      .addOption(new Option("--unlisted", "also set keys that the instance doesn't list").default(false))
      .addOption(
        new Option("--timeout <seconds>", "how long to wait until they take effect")
          .default(300)
          .argParser(parseWholeNumber("the timeout", 1, 3_600)),
      )
      .addOption(json());
  return new Command("settings")
    .description("Read and change the settings of an instance")
    .addCommand(withAccountOptions(new Command("get").description("Print the settings with tokens masked")).addOption(json()).action(get))
    .addCommand(
      writes(
        new Command("set")
          .description("Change settings, and wait until they take effect")
          .argument("<key=value...>", "webhookUrl=https://… incomingWebhook=yes"),
      ).action((pairs: readonly string[], options: WriteOptions) => write(parsePairs(pairs), options)),
    )
    .addCommand(
      writes(
        new Command("apply")
          .description("Change the settings to those of a JSON file, and wait until they take effect")
          .argument("<file>", "JSON object of settings, - for standard input"),
      ).action(async (path: string, options: WriteOptions) => write(await readWanted(path), options)),
    );
}

async function get(options: ReadOptions): Promise<void> {
  const output = createOutput(options.json);
  const client = clientOf(options);
  const settings = await output.during("Waiting for the instance …", client.getSettings()).catch((error: unknown) => {
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
    const allowUnlisted = options.unlisted;
    const settings = await output.during("Waiting for the instance …", client.getSettings());
    const known = { ...client, getSettings: () => Promise.resolve(settings) };
    const { difference } = await applySettings(known, wanted, { dryRun: true, allowUnlisted }).catch((error: unknown) => {
      throw error instanceof SettingsNotListedError ? unlistedFailure(error, settings) : error;
    });
    showDifference(difference, output);
    if (options.dryRun || difference.length === 0) {
      output.object({ wrote: false, difference });
      if (difference.length > 0) process.exitCode = exitCode.attention;
      return;
    }
    const { wrote } = await applySettings(client, wanted, {
      allowUnlisted,
      timeoutMilliseconds: options.timeout * 1_000,
      intervalMilliseconds: 2_000,
      onProgress: ({ step, elapsedMilliseconds }) => {
        if (step !== "done") output.progress(`${steps[step]} (${Math.round(elapsedMilliseconds / 1_000)} s)`);
      },
    });
    output.done();
    output.line("Settings applied");
    output.object({ wrote, difference });
  } catch (error) {
    output.done();
    throw apiFailure(error, options.apiUrl);
  }
}

function unlistedFailure({ keys }: SettingsNotListedError, settings: Settings): CommandFailure {
  const closest = closestName(keys[0]!, Object.keys(settings));
  const suggestion = closest === undefined ? "" : `did you mean ${closest}? `;
  return new CommandFailure(`The instance has no setting "${keys.join('", "')}": ${suggestion}with --unlisted it is set anyway`);
}

const steps = {
  writing: "Writing the settings; the instance restarts",
  busy: "GREEN-API is busy; retrying",
  starting: "The instance is starting",
  different: "Waiting for the new values; GREEN-API says up to five minutes",
};

function showDifference(difference: readonly SettingDifference[], output: Output): void {
  if (difference.length === 0) output.line("Already up to date");
  for (const { key, before, wanted } of difference) {
    output.line(`${printable(key)}  ${style("red", shown(before))} → ${style("green", shown(wanted))}`);
  }
}

function shown(value: unknown): string {
  return value === undefined ? "(not set)" : value === "" ? '""' : printable(typeof value === "string" ? value : JSON.stringify(value));
}

function parsePairs(pairs: readonly string[]): SettingsInput {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf("=");
      // The pair may hold a token: never quote it.
      if (at < 1) throw new CommandFailure("Each setting must be key=value, such as incomingWebhook=yes; webhookUrl= clears one");
      const key = pair.slice(0, at);
      const value = pair.slice(at + 1);
      return [key, settingFacts(key)?.kind === "number" && /^\d+$/.test(value) ? Number(value) : value];
    }),
  ) as SettingsInput;
}

async function readWanted(path: string): Promise<SettingsInput> {
  const text = await readTextFile(path);
  const jsonError = describeJsonError(text);
  const name = path === "-" ? "standard input" : `"${path}"`;
  if (jsonError !== undefined) throw new CommandFailure(`Cannot read ${name}: it isn't JSON: ${jsonError}`);
  const value: unknown = JSON.parse(text);
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new CommandFailure(`Cannot read ${name}: it must be a JSON object`);
  return value;
}
