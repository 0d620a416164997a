// `npm start`, `npm test` and the other commands: sets up what is missing, then runs the steps in order. Needs nothing but Node and npm.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const pnpmVersion = "12.21.0";
const root = fileURLToPath(new URL("..", import.meta.url));
const stampFile = `${root}node_modules/.greenhook-setup`;

const npx = process.platform === "win32" ? "npx.cmd" : "npx";

// The inbox needs Node 22.13: where the Node at hand is older, its tests run on one from npm, by its path.
const [major, minor] = process.versions.node.split(".").map(Number);
const isOld = major < 22 || (major === 22 && minor < 13);
const node22 = isOld ? `${root}tools/node22/node_modules/node22/bin/node` : process.execPath;
const testsInbox = process.argv.some((argument) => argument.includes("test/inbox"));

const on = (node, name, ...args) => [node, [`${root}node_modules/${name}`, ...args]];
const bin = (name, ...args) => on(process.execPath, name, ...args);
const steps = {
  "format check": bin("oxfmt/bin/oxfmt", "--check", "."),
  format: bin("oxfmt/bin/oxfmt", "."),
  lint: bin("oxlint/bin/oxlint", "--type-aware", "--deny-warnings"),
  "word check": [process.execPath, [`${root}tools/check-words.mjs`, ...process.argv.slice(3)]],
  build: bin("typescript/bin/tsc", "-b"),
  bundle: [process.execPath, [`${root}tools/bundle.mjs`]],
  openapi: [process.execPath, [`${root}tools/openapi.mjs`]],
  guides: [process.execPath, [`${root}tools/guides.mjs`]],
  "type check of tests": bin("typescript/bin/tsc", "-p", "test"),
  "type check of the inbox's tests": bin("typescript/bin/tsc", "-p", "test/inbox"),
  tests: bin("vitest/vitest.mjs", "run"),
  "tests of the inbox": on(node22, "vitest/vitest.mjs", "run", "test/inbox"),
  "tests on the sources": on(
    testsInbox ? node22 : process.execPath,
    "vitest/vitest.mjs",
    "run",
    "--config",
    "vitest.sources.config.ts",
    ...process.argv.slice(3),
  ),
  documentation: [process.execPath, [`${root}tools/docs/build.mjs`]],
  bench: [process.execPath, [`${root}tools/bench/run.mjs`, ...process.argv.slice(3)]],
  "tests on other runtimes": bin("vitest/vitest.mjs", "run", "--config", "vitest.long.config.ts", "test/runtimes"),
  version: [process.execPath, [`${root}tools/version.mjs`]],
  release: [process.execPath, [`${root}tools/release.mjs`, ...process.argv.slice(3)]],
  "API reports": [process.execPath, [`${root}tools/api-reports.mjs`]],
  budgets: bin("vitest/vitest.mjs", "run", "--config", "vitest.long.config.ts", "test/long/packages/budgets.test.ts"),
  tarballs: [npx, ["-y", `pnpm@${pnpmVersion}`, "--filter", "./packages/*", "pack", "--pack-destination", `${root}tarballs`]],
  "checks of the tarballs": bin("vitest/vitest.mjs", "run", "--config", "vitest.long.config.ts", "test/long/packages"),
  soak: bin("vitest/vitest.mjs", "run", "--config", "test/soak/vitest.config.ts"),
  "mutation test": [process.execPath, [`${root}tools/mutation/run.mjs`, ...process.argv.slice(4)]],
  "long tests": bin("vitest/vitest.mjs", "run", "--config", "vitest.long.config.ts"),
  "soak of the inbox": on(node22, "vitest/vitest.mjs", "run", "--config", "test/soak/vitest.config.ts", "test/soak/inbox"),
  "long tests of the inbox": on(node22, "vitest/vitest.mjs", "run", "--config", "vitest.long.config.ts", "test/long/inbox"),
};

/** The steps that write what packages ship. */
const built = ["build", "bundle", "openapi", "guides"];

const commands = {
  setup: () => {},
  build: () => {
    for (const step of built) run(step);
  },
  format: () => run("format"),
  words: () => run("word check"),
  bench: () => run("bench"),
  docs: () => run("documentation"),
  test: async (args) => {
    const node22Installed = installNode22();
    if (args.length > 0) {
      if (testsInbox) await node22Installed;
      return testSources();
    }
    const checks = [
      "format check",
      "word check",
      "build",
      "bundle",
      "openapi",
      "guides",
      "lint",
      "type check of tests",
      "type check of the inbox's tests",
    ];
    for (const step of [...checks, "tests"]) run(step);
    runOnNode22("tests of the inbox", await node22Installed);
  },
  soak: async ([only]) => {
    if (only !== "mutants") {
      setUpFolder("tools/soak-frameworks", "Astro, React Router and other frameworks (once)");
      // Astro and React Router need it, and the inbox.
      const node22Installed = await installNode22();
      run("soak");
      runOnNode22("soak of the inbox", node22Installed);
    }
    setUpFolder("tools/mutation", "Stryker (64 MB, once)");
    run("mutation test");
  },
  "test:runtimes": () => {
    setUpFolder("tools/runtimes", "the runtimes (about half a gigabyte, once)");
    run("tests on other runtimes");
  },
  api: () => run("API reports"),
  budgets: (args) => {
    if (args.includes("--write")) process.env.GREENHOOK_BUDGETS = "write";
    run("budgets");
  },
  version: () => run("version"),
  release: () => run("release"),
  pack: () => {
    check("packing", spawnSync(...steps.tarballs, quietly({ shell: process.platform === "win32" })));
    console.log(`npm install ${root}tarballs/*.tgz`);
  },
  "check:package": () => {
    setUpFolder("tools/toolchains", "bundlers and Jest (once)");
    run("checks of the tarballs");
  },
  "test:long": async () => {
    setUpFolder("tools/runtimes", "the runtimes (about half a gigabyte, once)");
    setUpVendorClients();
    setUpFolder("tools/toolchains", "bundlers and Jest (once)");
    setUpFolder("tools/frameworks", "Next, NestJS, SvelteKit, Nuxt and Hono (600 MB, once)");
    // SvelteKit and Nuxt need it, and the inbox.
    const node22Installed = await installNode22();
    run("long tests");
    runOnNode22("long tests of the inbox", node22Installed);
  },
  // In this very process: one less to pass signals on to. npm passes SIGTERM to its shell alone, which leaves us behind: that counts as one.
  start: async (args) => {
    const parent = process.ppid;
    setInterval(() => process.ppid === parent || process.kill(process.pid, "SIGTERM"), 250).unref();
    process.argv = [process.argv[0], `${root}packages/cli/dist/greenhook.js`, "listen", "--samples", ...args];
    await import("../packages/cli/dist/greenhook.js");
  },
};

const npm = process.platform === "win32" ? "npm.cmd" : "npm";
const npmOptions = ["--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1"];
const npmInstall = ["install", "--no-save", "--package-lock=false", ...npmOptions];

const [command, ...rest] = process.argv.slice(2);
if (!Object.hasOwn(commands, command)) {
  console.error(`Cannot run "${command}": the commands are ${Object.keys(commands).join(", ")}`);
  process.exit(1);
}
setUp();
await commands[command](rest);

/** `npm test -- FOLDER`: tests that start programs of their own run the build, so it is brought up to date; a type error doesn't stop the others. */
function testSources() {
  const failed = built.find((step) => spawnSync(...steps[step], quietly({})).status !== 0);
  run("tests on the sources");
  if (failed !== undefined) console.error(`${failed}: failed, see npm run build. Tests that start programs ran the last build.`);
}

/** Installs the locked dependencies and builds, each only if something changed. */
function setUp() {
  const lock = createHash("sha256")
    .update(readFileSync(`${root}pnpm-lock.yaml`))
    .digest("hex");
  const stamp = `${lock} ${process.version}`;
  if (!existsSync(stampFile) || readFileSync(stampFile, "utf8") !== stamp) {
    console.log("Setting up: installing what pnpm-lock.yaml names (about half a minute, once) …");
    check(
      "install",
      spawnSync(npx, ["-y", `pnpm@${pnpmVersion}`, "install", "--frozen-lockfile"], quietly({ shell: process.platform === "win32" })),
    );
    mkdirSync(`${root}node_modules`, { recursive: true });
    writeFileSync(stampFile, stamp);
  }
  if (["test", "build", "format", "words"].includes(command)) return;
  for (const step of built) check(step, spawnSync(...steps[step], quietly({})));
}

/** Installs what few commands need, in a folder of its own: Bun, Deno, workerd and other versions of Node; bundlers and Jest; frameworks; Stryker. None of it needs its scripts. */
function setUpFolder(folder, what) {
  check(what, installIn(folder, what));
}

/** GREEN-API's own packages, for `test:long`. Where npm doesn't have them, their test is skipped: never in CI. */
function setUpVendorClients() {
  const what = "GREEN-API's own packages (15 MB, once)";
  const installed = installIn("tools/vendor-clients", what);
  if (installed.status !== 0 && process.env.CI) check(what, installed);
  if (installed.status !== 0) console.error(`Cannot install ${what} from npm: test/long/emulator/vendor-clients.test.ts is skipped`);
}

/** What became of npm's install: of what package-lock.json names, if there is one. */
function installIn(folder, what) {
  const cwd = `${root}${folder}`;
  const wanted = readFileSync(`${cwd}/package.json`, "utf8");
  const stamp = `${cwd}/node_modules/.greenhook-setup`;
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return { status: 0 };
  console.log(`Setting up: installing ${what} …`);
  const install = existsSync(`${cwd}/package-lock.json`) ? ["ci", ...npmOptions] : npmInstall;
  const installed = spawnSync(npm, install, quietly({ cwd, shell: process.platform === "win32" }));
  if (installed.status === 0) writeFileSync(stamp, wanted);
  return installed;
}

/** Runs tests that need Node 22.13, unless the Node at hand has run them with the others. */
function runOnNode22(step, isInstalled) {
  if (!isOld) return;
  if (isInstalled) return run(step);
  const message = `${step}: skipped, they need Node 22.13, and npm has brought none for ${process.platform} on ${process.arch}`;
  console.log(message);
  if (process.env.CI) process.exit(1);
}

/** Installs the Node that the inbox's tests need, beside the steps that come before them. Resolves to whether there is one. */
async function installNode22() {
  if (!isOld || existsSync(node22)) return true;
  const options = quietly({ cwd: `${root}tools/node22`, shell: process.platform === "win32", stdio: "ignore" });
  await new Promise((done) => spawn(npm, npmInstall, options).on("close", done).on("error", done));
  return existsSync(node22);
}

/** Options of a step whose output matters only if it fails. npm's own variables would change what npx and pnpm do. */
function quietly(options) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD$)/i.test(name)));
  return { cwd: root, env: { ...env, CI: "1" }, encoding: "utf8", ...options };
}

function run(step) {
  const started = Date.now();
  const done = spawnSync(...steps[step], { cwd: root, stdio: "inherit" });
  if (done.status !== 0) {
    console.error(`\n${step}: failed`);
    process.exit(done.status ?? 1);
  }
  console.log(`${step}: ok (${((Date.now() - started) / 1000).toFixed(1)} s)`);
}

function check(what, done) {
  if (done.status === 0) return;
  console.error(`${done.stdout ?? ""}${done.stderr ?? ""}${done.error?.message ?? ""}`);
  console.error(`Cannot set up: ${what} failed`);
  process.exit(1);
}
