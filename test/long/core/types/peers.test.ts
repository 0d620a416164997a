// What our types cost a consumer, beside two libraries of the same kind, measured in the same run.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compileConsumer, consumerFolder } from "../../../core/types/compile-consumer.ts";

const folder = consumerFolder();
afterAll(() => folder.remove());

const peers = ["grammy@1.46.0", "@octokit/webhooks@14.2.0", "@types/node@20.19.43"];

const programs = {
  "grammy.ts": `import { Bot } from "grammy";
const bot = new Bot("token");
bot.on("message:text", (context) => console.log(context.message.text));
bot.on("message:photo", (context) => console.log(context.message.photo.length));
bot.on("callback_query:data", (context) => console.log(context.callbackQuery.data));
`,
  "octokit.ts": `import { Webhooks } from "@octokit/webhooks";
const webhooks = new Webhooks({ secret: "secret" });
webhooks.on("issues.opened", ({ payload }) => console.log(payload.issue.title));
webhooks.on("push", ({ payload }) => console.log(payload.ref));
webhooks.on("pull_request.closed", ({ payload }) => console.log(payload.pull_request.number));
`,
};

beforeAll(() => {
  // In a folder of their own, so that npm doesn't take our package for one that it should remove.
  const cwd = join(folder.path, "peers");
  mkdirSync(cwd);
  writeFileSync(join(cwd, "package.json"), `{ "type": "module" }`);
  for (const [file, text] of Object.entries(programs)) writeFileSync(join(cwd, file), text);
  const install = ["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", ...peers];
  const { status, stderr } = spawnSync("npm", install, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return undefined;
});

test("@greenhook/core/types costs less than its peers", () => {
  const options = ["--module", "NodeNext", "--lib", "ES2023,DOM", "--skipLibCheck", "true"];
  const cost = (file: string) => compileConsumer(folder.path, file, "typescript", options);
  const empty = cost("empty.ts");
  const above = (file: string) => {
    const { instantiations, files, checkSeconds, errors } = cost(file);
    return {
      instantiations: instantiations - empty.instantiations,
      files: files - empty.files,
      checkSeconds: checkSeconds - empty.checkSeconds,
      errors,
    };
  };
  const costs = { greenhook: above("types-only.ts"), grammy: above("peers/grammy.ts"), octokit: above("peers/octokit.ts") };
  console.log(costs);
  expect(Object.values(costs).map(({ errors }) => errors)).toEqual(["", "", ""]);
  expect(costs.greenhook.instantiations).toBeLessThan(costs.octokit.instantiations / 10);
  expect(costs.greenhook.instantiations).toBeLessThan(costs.grammy.instantiations / 10);
});
