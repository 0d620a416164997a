import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const pinned = spawnSync("taskset", ["-c", "0", "true"]).status === 0;

// The native file: the wrapper of npm would count instead of the server.
const bun = `${here}node_modules/@oven/bun-linux-x64/bin/bun`;

/** Whether a server can be started here: on some systems npm brings no Bun. */
export function canStart(name) {
  return !runsOnBun(name) || existsSync(bun);
}

function runsOnBun(name) {
  return name === "bun" || name.endsWith("-bun");
}

/** Starts a server on its own core, if the system lets us. */
export async function startServer(name, env = {}) {
  const command = [runsOnBun(name) ? bun : process.execPath, `${here}servers/${name}.mjs`];
  const [file, ...args] = pinned ? ["taskset", "-c", "0", ...command] : command;
  const child = spawn(file, args, { env: { ...process.env, NODE_ENV: "production", ...env }, stdio: ["ignore", "pipe", "ignore"] });
  const [line] = await once(child.stdout, "data");
  child.stdout.resume();
  return { child, port: Number(String(line)), stop: () => child.kill("SIGKILL") };
}

/** Loads it from the other core, and counts the processor time that the operating system has booked for it meanwhile. */
export async function load({ child, port }, { connections = 32, seconds = 3, size = 0 } = {}) {
  const before = processorMicroseconds(child.pid);
  const started = performance.now();
  const command = [process.execPath, `${here}load.mjs`, port, connections, seconds, size].map(String);
  const [file, ...args] = pinned ? ["taskset", "-c", "1", ...command] : command;
  const loader = spawn(file, args, { stdio: ["ignore", "pipe", "inherit"] });
  let printed = "";
  loader.stdout.on("data", (chunk) => (printed += chunk));
  await once(loader, "close");
  const { total, ok, errors, p50, p99 } = JSON.parse(printed);
  const microseconds = processorMicroseconds(child.pid) - before;
  const elapsed = (performance.now() - started) / 1000;
  return {
    perSecond: total / Math.min(elapsed, seconds),
    microseconds: microseconds / total,
    p50,
    p99,
    refused: total - ok,
    errors,
    megabytes: megabytes(child.pid),
  };
}

/** User and system time, from the kernel's own books. */
function processorMicroseconds(pid) {
  if (!existsSync(`/proc/${pid}/stat`))
    throw new Error("Cannot measure: the processor time of another process is read from /proc, which only Linux has");
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}

function megabytes(pid) {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) / 1024;
}

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
