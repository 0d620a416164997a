import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { median } from "./http.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));

/** The Node to measure the inbox with: this one, or the one that the inbox's tests run on. `undefined` where neither has SQLite. */
function nodeWithSqlite() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 13)) return process.execPath;
  const other = `${here}../node22/node_modules/node22/bin/node`;
  return existsSync(other) ? other : undefined;
}

/** Durable puts beside raw flushes of the same disk in the same rounds, and a sender at its full pace. `undefined` without a Node for it. */
export function inbox({ rounds, seconds }) {
  const node = nodeWithSqlite();
  if (node === undefined) return undefined;
  const args = ["--no-warnings", `${here}inbox-program.mjs`, String(rounds), String(seconds)];
  const { status, stdout } = spawnSync(node, args, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  if (status !== 0) throw new Error("Cannot measure the inbox");
  const { samples, endToEnd } = JSON.parse(stdout);
  const rows = samples[0].rows.map(({ connections }, index) => {
    const of = (pick) => median(samples.map(({ rows, flushes }) => pick(rows[index], flushes)));
    return {
      connections,
      perSecond: of(({ perSecond }) => perSecond),
      timesFlushes: of(({ perSecond }, flushes) => perSecond / flushes),
      p50: of(({ p50 }) => p50),
      p99: of(({ p99 }) => p99),
      microseconds: of(({ microseconds }) => microseconds),
      blocked: of(({ blocked }) => blocked),
    };
  });
  return { flushes: median(samples.map(({ flushes }) => flushes)), rows, endToEnd };
}
