import { parseNotification } from "@greenhook/core";
import { DriftReport } from "@greenhook/inspector";
import { Command, Option } from "commander";
import { exitCode } from "../command-failure.ts";
import { readCaptured } from "../files/read-captured.ts";
import { createOutput } from "../terminal/output.ts";
import { printable } from "../terminal/printable.ts";
import { stopOnSignal } from "../terminal/stop-on-signal.ts";
import { style } from "../terminal/style.ts";

/** `greenhook drift`: lists how captured notifications differ from their documented types, without their values. */
export function driftCommand(): Command {
  return new Command("drift")
    .description(
      "List how the notifications of a capture (NDJSON) differ from their documented types: paths, differences and counts, no values; exit code 2 if any does",
    )
    .argument("<file>", "file written by capture, - for standard input")
    .addOption(new Option("--json", "print JSON lines").default(false))
    .action(drift);
}

async function drift(path: string, options: { readonly json: boolean }): Promise<void> {
  const output = createOutput(options.json);
  const report = new DriftReport();
  let notifications = 0;
  for await (const { body } of readCaptured(
    path,
    stopOnSignal(() => output.line("")),
  )) {
    report.add(parseNotification(JSON.parse(body)));
    notifications++;
  }
  const { entries, omitted } = report;
  for (const entry of entries) {
    const { type, path: field, difference, count } = entry;
    const where = field === "" ? "" : `  ${style("bold", printable(field, 200))}`;
    output.line(`${String(count).padStart(7)}  ${printable(type)}${where}  ${printable(difference)}`);
    output.object({ event: "difference", ...entry });
  }
  const differences = entries.length + omitted;
  output.line(
    differences === 0
      ? `${notifications} notifications, all of their documented types`
      : `${notifications} notifications, ${differences} differences`,
  );
  output.object({ event: "read", notifications, differences });
  if (differences > 0) process.exitCode = exitCode.attention;
}
