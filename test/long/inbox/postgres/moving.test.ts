import { createReceiver } from "@greenhook/core";
import { createInbox } from "@greenhook/inbox";
import { createPostgresInbox } from "@greenhook/inbox-postgres";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { isWithoutPostgres, startCluster } from "../../../inbox/postgres/cluster.ts";
import { callGreenhook } from "../../../support/call-greenhook.ts";
import { textMessage } from "../../../support/notifications.ts";
import { temporaryFolder } from "../../../support/temporary-folder.ts";

test.skipIf(isWithoutPostgres)(
  "greenhook inbox export and import move an inbox from a file to Postgres, in order, and nothing twice",
  { timeout: 180_000 },
  async () => {
    const cluster = await startCluster();
    onTestFinished(() => cluster.remove());
    const folder = temporaryFolder();
    const path = join(folder, "inbox.db");
    const file = createInbox({ path });
    const receiver = createReceiver({ deliver: file });
    const ids = Array.from({ length: 200 }, (_, index) => `ID${index}`);
    for (const id of ids) await receiver.receive({ body: { kind: "value", value: textMessage("Hello", id) }, source: "webhook" });
    await file.close();

    const items = join(folder, "items.ndjson");
    writeFileSync(items, (await callGreenhook(["inbox", path, "export"])).printed.replace("200 waiting and 0 dead exported\n", ""));
    const env = { DATABASE_URL: cluster.connectionString };
    expect((await callGreenhook(["inbox", "import", items], env)).printed).toMatch(/^error: Cannot open inbox/);
    const results = [];
    for (const args of [["--create"], []]) results.push((await callGreenhook(["inbox", "import", items, ...args], env)).printed);
    expect(results).toEqual([
      expect.stringMatching(/^200 stored, 0 there already$/m),
      expect.stringMatching(/^0 stored, 200 there already$/m),
    ]);

    const inbox = await createPostgresInbox({ connectionString: cluster.connectionString, mustExist: true, logger: false });
    onTestFinished(() => inbox.close());
    const seen: string[] = [];
    await inbox.work((_parsed, { idMessage = "" }) => void seen.push(idMessage), { logger: false });
    await expect.poll(() => seen.length, { timeout: 120_000 }).toBe(200);
    expect(seen).toEqual(ids);
  },
);
