import { stat } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { replayQuarantine } from "@greenhook/node";
import { Command, Option } from "commander";
import { CommandFailure } from "../command-failure.ts";
import { readCaptured } from "../files/read-captured.ts";
import { answerLine } from "../send/answer-line.ts";
import { postNotification, type PostedNotification } from "../send/post-notification.ts";
import { targetOf, withTargetOptions, type TargetOptions } from "../send/target-options.ts";
import { exitCode } from "../terminal/exit-code.ts";
import { createOutput, type Output } from "../terminal/output.ts";
import { parseWhole } from "../terminal/parse-number.ts";
import { printable } from "../terminal/printable.ts";
import { stopOnSignal } from "../terminal/stop-on-signal.ts";

interface ReplayOptions extends TargetOptions {
  readonly rate: number;
  readonly keepGoing: boolean;
  readonly json: boolean;
}

/** `greenhook replay`: delivers a capture, or what a quarantine holds, once more. */
export function replayCommand(): Command {
  const command = new Command("replay")
    .description(
      "Deliver a capture (NDJSON) once more, or what a quarantine's folder holds: its files are deleted once they were answered 200",
    )
    .argument("<path>", "a file that capture wrote, - for standard input, or a quarantine's folder");
  return withTargetOptions(command)
    .addOption(
      new Option("--rate <number>", "at most as many a second, 0 for as fast as they are answered")
        .default(50)
        .argParser(parseWhole("the rate", 0, 1_000_000)),
    )
    .addOption(new Option("--keep-going", "go on after one that isn't answered 200").default(false))
    .addOption(new Option("--json", "print JSON lines").default(false))
    .action(replay);
}

async function replay(path: string, options: ReplayOptions): Promise<void> {
  const output = createOutput(options.json);
  const { url, authorization } = targetOf(options);
  const isFolder = path !== "-" && (await stat(path).catch(() => undefined))?.isDirectory() === true;
  const signal = stopOnSignal(() => output.line("\nStopping"));
  const post = pacedPost(url, authorization, options.rate, signal);
  const { delivered, left } = await (isFolder ? replayFolder(path, post, output, signal) : replayFile(path, post, options, output, signal));
  output.done();
  output.line(`${delivered} delivered${left === 0 ? "" : `, ${left} not`}`);
  output.object({ event: "replayed", delivered, left });
  if (left > 0) process.exitCode = exitCode.found;
}

/** Posts a body; `undefined` where it was told to stop before. */
type Post = (body: string) => Promise<PostedNotification | undefined>;
type Replayed = { delivered: number; left: number };

async function replayFile(path: string, post: Post, { keepGoing }: ReplayOptions, output: Output, signal: AbortSignal): Promise<Replayed> {
  let delivered = 0;
  let left = 0;
  for await (const { line, body } of readCaptured(path, signal)) {
    const answer = await post(body);
    if (answer === undefined) break;
    if (answer.status === 200) {
      delivered++;
      output.progress(`${delivered} delivered`);
      continue;
    }
    left++;
    output.done();
    output.line(answerLine(`line ${line}`, answer));
    output.object({ event: "left", line, ...answer });
    if (!keepGoing) break;
  }
  return { delivered, left };
}

async function replayFolder(path: string, post: Post, output: Output, signal: AbortSignal): Promise<Replayed> {
  const stopped = new CommandFailure("stopped");
  let left = 0;
  const { delivered } = await replayQuarantine(path, {
    signal,
    deliver: async ({ value }, { rawText }) => {
      const answer = await post(rawText ?? JSON.stringify(value));
      if (answer === undefined) throw stopped;
      const { status, text } = answer;
      if (status !== 200) throw new CommandFailure(`${status === undefined ? "" : `answered ${status}: `}${text}`);
    },
    onLeft: (file, reason) => {
      if (reason === stopped) return;
      left++;
      const why = printable(reason instanceof Error ? reason.message : `still refused: ${String(reason)}`, 300);
      output.line(`${printable(file, 400)} stays: ${why}`);
      output.object({ event: "left", file, reason: why });
    },
  });
  return { delivered, left };
}

/** Posts no faster than a rate. What is under way when it is told to stop is finished. */
function pacedPost(url: string, authorization: string | undefined, rate: number, signal: AbortSignal): Post {
  const begun = performance.now();
  let count = 0;
  return async (body) => {
    const wait = rate === 0 ? 0 : begun + (count++ * 1_000) / rate - performance.now();
    if (wait > 0) await setTimeout(wait, undefined, { signal }).catch(() => undefined);
    return signal.aborted ? undefined : postNotification(url, body, { authorization });
  };
}
