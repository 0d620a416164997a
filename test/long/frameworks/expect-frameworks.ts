import { once } from "node:events";
import { connect } from "node:net";
import { contractCases, runContract, type ContractResult } from "@greenhook/core/contract";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Program } from "../../runtimes/start-program.ts";
import type { FrameworkApp, Mount } from "./frameworks.ts";
import { installPackedPackages, serveApp } from "./serve-app.ts";

/** Sends the contract to each app of a folder, with and without a quarantine, and two Authorization lines. */
export function expectFrameworks(tools: string, apps: readonly FrameworkApp[]): void {
  beforeAll(() => installPackedPackages(tools), 120_000);

  describe.each(apps)("$name", (app) => {
    let program: Program;
    beforeAll(async () => {
      program = await serveApp(tools, app);
    }, 300_000);
    afterAll(() => program?.stop());

    describe.each(app.mounts)("$mounted", (mount) => {
      test.each([
        ["without", false],
        ["with", true],
      ])("passes the contract %s a quarantine, but for what the table lists", { timeout: 120_000 }, async (name, quarantine) => {
        const failed = await failedCases(`${program.url}${mount.path}${name}`, quarantine, mount);
        const differences = Object.entries(mount.differences ?? {}).map(([id, { D, Q }]) => [id, quarantine ? Q : D]);
        expect(Object.fromEntries(failed.map(({ id, actual }) => [id, actual]))).toEqual(Object.fromEntries(differences));
        expect(program.isAlive()).toBe(true);
      });

      test("refuses two Authorization lines, where the framework shows both", async () => {
        expect(await statusOfTwoLines(new URL(`${program.url}${mount.path}without`))).toBe(mount.twoAuthorizationLines);
      });
    });
  });
}

/** The cases with a wrong response. On a busy machine some reach the handler's deadline of 200 ms: those that fail are tried again. */
async function failedCases(
  url: string,
  quarantine: boolean,
  { behindBodyParser = false, mayClose = [] }: Mount,
): Promise<ContractResult[]> {
  let cases = contractCases;
  let failed: ContractResult[] = [];
  for (let attempt = 0; attempt < 3 && cases.length > 0; attempt++) {
    const results = await runContract(url, { quarantine, behindBodyParser, cases });
    failed = results.filter(({ id, passed, actual }) => !passed && !(mayClose.includes(id) && actual === "no response"));
    const ids = new Set(failed.map(({ id }) => id));
    cases = cases.filter(({ id }) => ids.has(id));
  }
  return failed;
}

async function statusOfTwoLines({ hostname, port, pathname }: URL): Promise<number> {
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  const body = '{"typeWebhook":"somethingNew"}';
  const authorization = ["Authorization: Bearer contract-token", "Authorization: Bearer other"];
  const lines = [`POST ${pathname} HTTP/1.1`, `Host: ${hostname}:${port}`, ...authorization, "Content-Type: application/json"];
  socket.write(`${lines.join("\r\n")}\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
  const [response] = (await once(socket, "data", { signal: AbortSignal.timeout(30_000) })) as [Buffer];
  socket.destroy();
  return Number(/^HTTP\/1\.1 (\d+)/.exec(response.toString())?.[1]);
}
