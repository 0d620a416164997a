// `npm run soak -- mutants [FOLDER OR FILE …]`
export default {
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
      "test/contract/source-addresses.test.ts",
    ],
    // They measure or take seconds, and a mutant that survives runs all tests that reach it.
    without: ["cost.test.ts", "mutated-notifications.test.ts", "misfitting-bodies.test.ts", "any-json.test.ts"],
  },
  coverageAnalysis: "perTest",
  mutate: ["packages/core/src/{receiving,webhook,schema,readers}/**/*.ts"],
  tempDirName: "tools/mutation/sandbox",
  ignorePatterns: ["docs", "tools", "etc", ".git"],
  // Its compiler can't read ours, and nothing here needs a tsconfig.
  tsconfigFile: "none",
  reporters: ["clear-text", "json", "html"],
  jsonReporter: { fileName: process.env.MUTATION_REPORT ?? "tools/mutation/reports/mutation.json" },
  htmlReporter: { fileName: "tools/mutation/reports/mutation.html" },
  clearTextReporter: { logTests: false, allowColor: false },
  concurrency: 2,
  timeoutMS: 20_000,
};
