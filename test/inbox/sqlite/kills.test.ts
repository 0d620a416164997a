import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { killRounds } from "../kill-rounds.ts";

test("what was acknowledged is there after a kill, in three rounds over one file", { timeout: 120_000 }, async () => {
  const { acknowledged, lost, damage } = await killRounds(join(temporaryFolder(), "inbox.db"), 3, 60);
  expect({ lost, damage }).toEqual({ lost: 0, damage: [] });
  expect(acknowledged).toBeGreaterThanOrEqual(180);
});
