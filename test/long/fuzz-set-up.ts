import { fork } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** What came of fuzzing a set-up. */
export interface FuzzingResult {
  readonly requests: number;
  /** How often each status was answered; `closed` is a connection that ended without a response, `silent` one that didn't within 10 s. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly alive: boolean;
  /** Heap in use after the first fifth of the time, and at the end, each after a collection. */
  readonly heapBytes: readonly [number, number];
}

/** Sends a set-up, in a process of its own, what `makeRequest` makes, as bytes on a socket each, many at a time. */
export async function fuzzSetUp(index: number, milliseconds: number, makeRequest: () => Uint8Array): Promise<FuzzingResult> {
  const server = fork(await bundledServer(), [String(index)], { execArgv: ["--expose-gc"] });
  const [{ port }] = (await once(server, "message")) as [{ port: number }];
  const heap = async (): Promise<number> => {
    server.send("heap");
    const [{ heapBytes }] = (await once(server, "message")) as [{ heapBytes: number }];
    return heapBytes;
  };
  const statuses: Record<string, number> = {};
  let requests = 0;
  const fuzzFor = async (duration: number): Promise<void> => {
    const end = Date.now() + duration;
    const lane = async (): Promise<void> => {
      while (Date.now() < end && server.exitCode === null) {
        requests++;
        for (const status of await statusesOf(port, makeRequest())) statuses[status] = (statuses[status] ?? 0) + 1;
      }
    };
    await Promise.all(Array.from({ length: 16 }, lane));
  };
  try {
    await fuzzFor(milliseconds / 5);
    const first = server.exitCode === null ? await heap() : 0;
    await fuzzFor((milliseconds * 4) / 5);
    const last = server.exitCode === null ? await heap() : 0;
    return { requests, statuses, alive: server.exitCode === null && server.signalCode === null, heapBytes: [first, last] };
  } finally {
    server.kill("SIGKILL");
  }
}

/** The statuses of all answers that come back. */
function statusesOf(port: number, bytes: Uint8Array): Promise<readonly string[]> {
  return new Promise((resolve) => {
    let received = "";
    const socket = connect(port, "127.0.0.1");
    const patience = setTimeout(() => {
      received += "HTTP/1.1 silent";
      socket.destroy();
    }, 10_000);
    socket.setEncoding("latin1");
    socket.on("data", (chunk: string) => {
      received += chunk;
    });
    // A reset is an end like any other.
    socket.on("error", () => undefined);
    socket.on("close", () => {
      clearTimeout(patience);
      const statuses = Array.from(received.matchAll(/HTTP\/1\.1 (\d{3}|silent)/g), ([, status = ""]) => status);
      resolve(statuses.length === 0 ? ["closed"] : statuses);
    });
    socket.end(bytes);
  });
}

let bundled: Promise<string> | undefined;

/** The server in plain JavaScript, which every Node can run. */
function bundledServer(): Promise<string> {
  const outfile = fileURLToPath(new URL("../../node_modules/.greenhook/fuzzed-server.mjs", import.meta.url));
  const entry = fileURLToPath(new URL("fuzzed-server.ts", import.meta.url));
  bundled ??= build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    target: "node20",
  }).then(() => outfile);
  return bundled;
}
