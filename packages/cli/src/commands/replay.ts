import { stat } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { replayQuarantine } from "@greenhook/node";
import { Command, Option } from "commander";
import { CommandFailure, exitCode } from "../command-failure.ts";
import { readCaptured } from "../files/read-captured.ts";
import { responseLine } from "../send/response-line.ts";
import { postNotification, type PostedNotification } from "@greenhook/node";
import { targetOf, withTargetOptions, type TargetOptions } from "../send/target-options.ts";
import { createOutput, type Output } from "../terminal/output.ts";
import { parseWholeNumber } from "../terminal/parse-number.ts";
import { printable } from "../terminal/printable.ts";
import { stopOnSignal } from "../terminal/stop-on-signal.ts";

interface ReplayOptions extends TargetOptions {
  readonly rate: number;
  readonly keepGoing: boolean;
  readonly json: boolean;
}

/** `greenhook replay`: redelivers a capture, or the files of a quarantine. */
export function replayCommand(): Command {
  const command = new Command("replay")
    .description("Redeliver a capture (NDJSON), or a quarantine folder, whose files are deleted once they are answered 200")
    .argument("<path>", "file written by capture, - for standard input, or a quarantine folder");
  return withTargetOptions(command)
    .addOption(
      new Option("--rate <number>", "maximum deliveries per second, 0 for no limit")
        .default(50)
        .argParser(parseWholeNumber("the rate", 0, 1_000_000)),
    )
    .addOption(new Option("--keep-going", "continue after a response other than 200").default(false))
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
  output.line(`${delivered} delivered${left === 0 ? "" : `, ${left} left`}`);
  output.object({ event: "replayed", delivered, left });
  if (left > 0) process.exitCode = exitCode.attention;
}

/** Posts a body; resolves to `undefined` if stopped before. */
type Post = (body: string) => Promise<PostedNotification | undefined>;
type Replayed = { delivered: number; left: number };

async function replayFile(path: string, post: Post, { keepGoing }: ReplayOptions, output: Output, signal: AbortSignal): Promise<Replayed> {
  let delivered = 0;
  let left = 0;
  for await (const { line, body } of readCaptured(path, signal)) {
    const response = await post(body);
    if (response === undefined) break;
    if (response.status === 200) {
      delivered++;
      output.progress(`${delivered} delivered`);
      continue;
    }
    left++;
    output.done();
    output.line(responseLine(`line ${line}`, response));
    output.object({ event: "left", line, ...response });
    if (!keepGoing) break;
  }
  return { delivered, left };
}

async function replayFolder(path: string, post: Post, output: Output, signal: AbortSignal): Promise<Replayed> {
  const stopped = new CommandFailure("stopped");
  let left = 0;
  const replayed = replayQuarantine(path, {
    logger: false,
    signal,
    deliver: async ({ value }, { rawText }) => {
      const response = await post(rawText ?? JSON.stringify(value));
      if (response === undefined) throw stopped;
      if (!isTaken(response)) throw new CommandFailure(notTaken(response));
    },
    onRemaining: (file, reason) => {
      if (reason === stopped) return;
      left++;
      const why = printable(reason instanceof Error ? reason.message : `still refused: ${String(reason)}`, 300);
      output.line(`${printable(file, 400)} stays: ${why}`);
      output.object({ event: "left", file, reason: why });
    },
  });
  const { delivered } = await replayed.catch((error: unknown) => {
    throw new CommandFailure((error as Error).message);
  });
  return { delivered, left };
}

/** A 200 alone may come from any program on that port, or say that the notification was ignored or quarantined again. */
function isTaken({ status, text }: PostedNotification): boolean {
  if (status !== 200) return false;
  try {
    const { ok, outcome } = JSON.parse(text) as { readonly ok?: unknown; readonly outcome?: unknown };
    return ok === true && (outcome === "handled" || outcome === "duplicate");
  } catch {
    return false;
  }
}

function notTaken({ status, text }: PostedNotification): string {
  return status === undefined ? text : `the response ${status} doesn't say that it was handled: ${text}`;
}

/** Posts at a limited rate. A delivery in flight when the signal aborts is finished. */
function pacedPost(url: string, authorization: string | undefined, rate: number, signal: AbortSignal): Post {
  const startedAt = performance.now();
  let count = 0;
  return async (body) => {
    const wait = rate === 0 ? 0 : startedAt + (count++ * 1_000) / rate - performance.now();
    if (wait > 0) await setTimeout(wait, undefined, { signal }).catch(() => undefined);
    return signal.aborted ? undefined : postNotification(url, body, { authorization });
  };
}
