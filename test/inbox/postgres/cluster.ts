import { execFile } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const versions = "/usr/lib/postgresql";

/** Where Debian puts the newest server's programs; undefined where there is none. */
function programs(): string | undefined {
  if (!existsSync(versions)) return undefined;
  const [newest] = readdirSync(versions)
    .map(Number)
    .filter((version) => existsSync(join(versions, String(version), "bin", "initdb")))
    .sort((a, b) => b - a);
  return newest === undefined ? undefined : join(versions, String(newest), "bin");
}

const folder = programs();
const isRoot = process.getuid?.() === 0;

/** Whether the tests of the Postgres inbox are skipped: without a server, but never in CI. */
export const isWithoutPostgres: boolean = folder === undefined && process.env["CI"] === undefined;

/** A Postgres server of a test's own. */
export interface Cluster {
  readonly port: number;
  readonly connectionString: string;
  /** The folder that holds its data. */
  readonly data: string;
  start(): Promise<void>;
  /** `immediate` as a crash would. */
  stop(how?: "fast" | "immediate"): Promise<void>;
  /** Stops it, and removes its data. */
  remove(): Promise<void>;
}

/** Starts a server with a data folder and a port of its own, which flushes to its disk as one in production does. */
export async function startCluster(settings: readonly string[] = [], parent: string = tmpdir()): Promise<Cluster> {
  if (folder === undefined) throw new Error("Postgres isn't installed: apt-get install postgresql");
  const own = mkdtempSync(join(parent, "greenhook-postgres-"));
  const data = join(own, "data");
  const log = join(own, "log");
  if (isRoot) {
    chmodSync(own, 0o777);
  }
  const port = await freePort();
  const call = (program: string, ...args: string[]): Promise<unknown> =>
    // The server's programs refuse to run as root.
    isRoot ? run("runuser", ["-u", "postgres", "--", join(folder, program), ...args], { cwd: own }) : run(join(folder, program), args);
  await call(
    "initdb",
    "--pgdata",
    data,
    "--username",
    "postgres",
    "--auth",
    "trust",
    "--no-sync",
    "--encoding",
    "UTF8",
    "--locale",
    "C.UTF-8",
  );
  const options = [
    `-p ${port}`,
    "-c listen_addresses=127.0.0.1",
    "-c unix_socket_directories=",
    "-c max_connections=300",
    ...settings.map((setting) => `-c ${setting}`),
  ].join(" ");
  let isUp = false;
  const cluster: Cluster = {
    port,
    connectionString: `postgres://postgres@127.0.0.1:${port}/postgres`,
    data,
    async start() {
      await call("pg_ctl", "start", "--pgdata", data, "--wait", "--timeout", "60", "--log", log, "--options", options);
      isUp = true;
    },
    async stop(how = "fast") {
      if (!isUp) return;
      isUp = false;
      await call("pg_ctl", "stop", "--pgdata", data, "--wait", "--timeout", "60", "--mode", how);
    },
    async remove() {
      await cluster.stop("immediate").catch(() => undefined);
      rmSync(own, { recursive: true, force: true });
    },
  };
  await cluster.start();
  return cluster;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("No port");
  return address.port;
}
