// `npm run soak -- mutants [FOLDER OR FILE …]`: how many faults in the way of a notification no test would notice.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Stryker } from "@stryker-mutator/core";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** README.md has the number, percent. */
const leastScore = Number(/Mutation score: at least (\d+) %/.exec(readFileSync(`${root}README.md`, "utf8"))?.[1]);
const parts = process.argv.slice(2).map((path) => (path.endsWith(".ts") ? path : `${path.replace(/\/$/, "")}/**/*.ts`));

process.chdir(root);
const mutants = await new Stryker({
  plugins: ["./tools/mutation/in-process-runner.mjs"],
  testRunner: "in-process",
  inProcess: {
    tests: [
      "test/core/dispatcher",
      "test/core/readers",
      "test/core/receiving",
      "test/core/schema",
      "test/core/webhook",
      "test/core/notifications/fixtures.test.ts",
      "test/node/authentication.test.ts",
      "test/node/body.test.ts",
      "test/fetch/to-fetch-handler.test.ts",
      "test/contract/json-test-suite.test.ts",
    ],
    // Files and tests that measure or take seconds: a mutant that survives runs all tests that reach it.
    without: [
      "cost.test.ts",
      "mutated-notifications.test.ts",
      "misfitting-bodies.test.ts",
      "any-json.test.ts",
      "foreign-fields.test.ts",
      "the latest 100,000 keys",
      "memory follows the bytes",
      "takes as long for a guess",
      "reads no more than 64 KiB",
      "opening brackets",
      "hold the loop up",
      "hostile object of 1 MB",
      "a known kind with any content",
      "among 200 in no more time",
      "503 TOKEN_UNAVAILABLE, then 200",
    ],
  },
  coverageAnalysis: "perTest",
  mutate:
    parts.length > 0
      ? parts
      : [
          "packages/core/src/{readers,receiving,schema,webhook}/**/*.ts",
          // A fault in it costs speed alone: what it calls no fit is looked at again.
          "!packages/core/src/schema/validate.compiled.ts",
          // Schemas for others, which have tests of their own that take long.
          "!packages/core/src/schema/to-zod.ts",
        ],
  tempDirName: "tools/mutation/sandbox",
  ignorePatterns: ["docs", "tools", "etc"],
  // The compiler that Stryker brings can't read ours, and nothing here needs one.
  tsconfigFile: "none",
  reporters: ["clear-text", "progress-append-only", "json", "html"],
  jsonReporter: { fileName: process.env.MUTATION_REPORT ?? "tools/mutation/reports/mutation.json" },
  htmlReporter: { fileName: "tools/mutation/reports/mutation.html" },
  clearTextReporter: { reportTests: false, allowColor: false },
  concurrency: Number(process.env.MUTATION_PROCESSES ?? 2),
  timeoutMS: 10_000,
}).runMutationTest();

const detected = mutants.filter(({ status }) => status === "Killed" || status === "Timeout").length;
const missed = mutants.filter(({ status }) => status === "Survived" || status === "NoCoverage").length;
const score = (detected / (detected + missed)) * 100;
console.log(`${score.toFixed(1)} % of ${detected + missed} mutants detected`);
if (parts.length === 0 && !(score >= leastScore)) {
  console.error(`Mutation test: the score is below the ${leastScore} % that README.md names`);
  process.exitCode = 1;
}
