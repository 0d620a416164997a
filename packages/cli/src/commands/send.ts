import { Command, Option } from "commander";
import { CommandFailure, exitCode } from "../command-failure.ts";
import { withAccountOptions, type AccountOptions } from "../account/account-options.ts";
import { describeJsonError } from "@greenhook/core";
import { readTextFile } from "../files/read-text-file.ts";
import { responseLine } from "../send/response-line.ts";
import { queueInEmulator } from "../send/queue-in-emulator.ts";
import { postNotification } from "@greenhook/node";
import { sampleKinds, sampleOf } from "../send/sample-kinds.ts";
import { targetOf, withTargetOptions, type TargetOptions } from "../send/target-options.ts";
import { createOutput, type Output } from "../terminal/output.ts";
import { parseWholeNumber } from "../terminal/parse-number.ts";
import { printable } from "../terminal/printable.ts";
import { style } from "../terminal/style.ts";

interface SendOptions extends TargetOptions, AccountOptions {
  readonly toEmulator: boolean;
  readonly file?: string;
  readonly list: boolean;
  readonly times: number;
  readonly timeout: number;
  readonly json: boolean;
}

/** `greenhook send`: delivers samples, or a file, to any URL as GREEN-API does. */
export function sendCommand(): Command {
  const command = new Command("send")
    .description("Deliver sample notifications, or a file, to a URL as GREEN-API does: one after another, and only 200 counts as delivered")
    .argument("[samples...]", "samples to send (default: textMessage)");
  return withAccountOptions(withTargetOptions(command))
    .addOption(new Option("--to-emulator", "queue in a running emulator instead, in the instance of --api-url and so on").default(false))
    .addOption(new Option("--file <path>", "deliver a file as it is, - for standard input"))
    .addOption(new Option("--list", "list the samples").default(false))
    .addOption(
      new Option("--times <number>", "how many times to send them")
        .default(1)
        .argParser(parseWholeNumber("the number of times", 1, 1_000_000)),
    )
    .addOption(
      new Option("--timeout <seconds>", "how long to wait for a response")
        .default(180)
        .argParser(parseWholeNumber("the timeout", 1, 3_600)),
    )
    .addOption(new Option("--json", "print JSON lines").default(false))
    .action(send);
}

async function send(kinds: readonly string[], options: SendOptions): Promise<void> {
  const output = createOutput(options.json);
  if (options.list) {
    for (const kind of sampleKinds().keys()) {
      output.line(kind);
      output.object({ kind });
    }
    return;
  }
  if (options.file !== undefined && kinds.length > 0) throw new CommandFailure("Give samples or --file, not both");
  const bodies = options.file === undefined ? samplesOf(kinds) : [await fileAt(options.file)];
  await (options.toEmulator ? queueAll(bodies, options, output) : postAll(bodies, options, output));
}

async function postAll(bodies: readonly Body[], options: SendOptions, output: Output): Promise<void> {
  const { url, authorization } = targetOf(options);
  for (let time = 0; time < options.times; time++) {
    for (const { name, body, note } of bodies) {
      const posted = postNotification(url, body, { authorization, timeoutMilliseconds: options.timeout * 1_000 });
      const response = await output.during(`Waiting for the response to ${name} …`, posted);
      output.line(`${responseLine(name, response)}${note === undefined ? "" : `\n     ${note}`}`);
      output.object({ sent: name, ...response });
      if (response.status !== 200) process.exitCode = exitCode.attention;
    }
  }
}

async function queueAll(bodies: readonly Body[], options: SendOptions, output: Output): Promise<void> {
  for (let time = 0; time < options.times; time++) {
    for (const { name, body } of bodies) {
      const queued = await queueInEmulator(options, body);
      output.line(
        `${queued ? style("green", "queued") : style("red", "not queued: no flag of the instance asks for it")}  ${printable(name)}`,
      );
      output.object({ sent: name, queued });
      if (!queued) process.exitCode = exitCode.attention;
    }
  }
}

interface Body {
  readonly name: string;
  readonly body: string;
  readonly note?: string;
}

function samplesOf(kinds: readonly string[]): Body[] {
  return (kinds.length === 0 ? ["textMessage"] : kinds).map((kind) => ({ name: kind, body: JSON.stringify(sampleOf(kind)) }));
}

/** A file is sent as it is: an invalid notification is a useful test too. */
async function fileAt(path: string): Promise<Body> {
  const body = await readTextFile(path);
  const jsonError = describeJsonError(body);
  return { name: path, body, ...(jsonError === undefined ? {} : { note: `It isn't JSON: ${jsonError}` }) };
}
