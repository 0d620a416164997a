import { existsSync, rmSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { basename, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { codeBlocksOf } from "../examples/code-blocks.ts";
import { installPacked } from "./install-packed.ts";
import { bundleForWorkers, executables } from "./runtimes.ts";
import { startProgram, type Program } from "./start-program.ts";

let packed: string;
beforeAll(() => {
  packed = installPacked();
  for (const { file, text } of codeBlocksOf("packages/fetch/README.md")) writeFileSync(join(packed, basename(file)), text);
  writeFileSync(join(packed, "worker.capnp"), workerConfig);
}, 120_000);
afterAll(() => rmSync(packed, { recursive: true, force: true }));

const workerConfig = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .worker)],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
const worker :Workerd.Worker = (
  modules = [(name = "worker", esModule = embed "worker.bundle.mjs")],
  bindings = [(name = "WEBHOOK_TOKEN", text = "secret")],
  compatibilityDate = "2026-01-01",
);
`;

const examples: readonly { name: string; executable: string; start: (port: string) => Promise<Program> }[] = [
  {
    name: "bun.ts",
    executable: executables.bun,
    start: (port) => startProgram(executables.bun, ["bun.ts"], packed, { WEBHOOK_TOKEN: "secret", PORT: port }),
  },
  {
    name: "deno.ts",
    executable: executables.deno,
    start: (port) =>
      startProgram(
        executables.deno,
        ["run", "--no-prompt", "--cached-only", "--allow-net", "--allow-read", "--allow-env", "deno.ts"],
        packed,
        {
          WEBHOOK_TOKEN: "secret",
          PORT: port,
        },
      ),
  },
  {
    name: "worker.ts",
    executable: executables.workerd,
    start: async () => {
      await bundleForWorkers(packed, "worker.ts");
      return startProgram(executables.workerd, ["serve", "worker.capnp", "--control-fd=1"], packed);
    },
  },
];

test.each(examples.filter(({ executable }) => existsSync(executable)))(
  "the example $name of the Fetch adapter's README serves",
  { timeout: 60_000 },
  async ({ start }) => {
    const program = await start(await freePort());
    try {
      const body = '{"typeWebhook":"somethingNew"}';
      const post = (token: string, text: string): Promise<Response> =>
        fetch(program.url, { method: "POST", headers: { authorization: `Bearer ${token}` }, body: text });
      expect((await post("secret", body)).status).toBe(200);
      expect((await post("wrong", body)).status).toBe(401);
      expect((await post("secret", "{")).status).toBe(400);
      expect((await fetch(program.url)).status).toBe(405);
    } finally {
      await program.stop();
    }
  },
);

async function freePort(): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return String(port);
}
