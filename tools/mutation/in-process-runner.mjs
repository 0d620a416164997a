import { existsSync, readdirSync } from "node:fs";
import { register } from "node:module";
import { basename, dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { PluginKind, declareClassPlugin } from "@stryker-mutator/api/plugin";
import { DryRunStatus, TestStatus, determineHitLimitReached, toMutantRunResult } from "@stryker-mutator/api/test-runner";

const testTimeoutMilliseconds = 5_000;

/**
 * Runs the tests in Stryker's own process. Its runner for vitest starts vitest again for each mutant, which takes a hundred times as long, and
 * reports a mutant as survived where no test ran.
 *
 * @see https://github.com/stryker-mutator/stryker-js/issues/6213
 */
class InProcessRunner {
  static inject = ["options", "logger"];
  #files;
  #logger;
  #root = `${pathToFileURL(process.cwd()).href}/`;
  #state = (globalThis.__stryker__ ??= {});
  #generation = 0;
  #suites;
  #vitest;

  constructor({ inProcess }, logger) {
    this.#logger = logger;
    this.#files = inProcess.tests.flatMap(testFilesIn).filter((file) => !inProcess.without.includes(basename(file)));
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    const standIn = new URL("vitest-stand-in.mjs", import.meta.url).href;
    register("./source-hooks.mjs", import.meta.url, { data: { root: this.#root, standIn } });
    this.#vitest = await import(standIn);
    const { current } = this.#vitest;
    Object.defineProperty(this.#state, "currentTestId", { get: () => current.task?.id });
    for (const event of ["uncaughtException", "unhandledRejection"]) {
      process.removeAllListeners(event).on(event, (error) => current.fail?.(error));
    }
  }

  async dryRun() {
    this.#suites = await this.#load(this.#files);
    const results = await this.#run(this.#suites, () => true, false);
    const coverage = this.#coverage();
    // One that a busy machine is too slow for decides about no mutant. Were they many, the score would say so.
    for (const { id, failureMessage } of results.filter(({ status }) => status === TestStatus.Failed)) {
      this.#logger.warn(`Left out, since it fails without a mutant: ${id}: ${failureMessage}`);
      delete coverage.perTest[id];
    }
    return {
      status: DryRunStatus.Complete,
      tests: results.filter(({ status }) => status === TestStatus.Success),
      mutantCoverage: coverage,
    };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, sandboxFileName }) {
    const wanted = testFilter && new Set(testFilter);
    if (wanted !== undefined) this.#suites ??= await this.#load(this.#files);
    Object.assign(this.#state, { activeMutant: activeMutant.id, hitLimit, hitCount: 0 });
    try {
      const suites = wanted === undefined ? await this.#load(this.#files) : this.#suites;
      const tests = await this.#run(nearestFirst(suites, sandboxFileName), ({ id }) => wanted?.has(id) ?? true, true);
      if (tests.length === 0) return { status: "error", errorMessage: "no test ran" };
      return toMutantRunResult(determineHitLimitReached(this.#state.hitCount, hitLimit) ?? { status: DryRunStatus.Complete, tests });
    } catch (error) {
      // A source that can't even be imported.
      return { status: "killed", killedBy: [], failureMessage: String(error), nrOfTests: 1 };
    } finally {
      this.#state.activeMutant = undefined;
    }
  }

  /** Loads the sources and tests again: what runs at import does so with the mutant. */
  async #load(files) {
    this.#generation += 1;
    const suites = [];
    for (const file of files) suites.push(await this.#vitest.collect(file, `${this.#root}${file}?${this.#generation}`));
    return suites;
  }

  async #run(suites, isWanted, stopsAtFailure) {
    const tests = [];
    const report = ({ id }, error, timeSpentMs) => {
      const failure =
        error === undefined
          ? { status: TestStatus.Success }
          : { status: TestStatus.Failed, failureMessage: String(error?.message ?? error) };
      tests.push({ id, name: id, timeSpentMs, fileName: id.split(" > ")[0], ...failure });
      return error === undefined || !stopsAtFailure;
    };
    for (const suite of suites) if (!(await this.#vitest.run(suite, isWanted, testTimeoutMilliseconds, report))) break;
    return tests;
  }

  /** What a suite's hooks ran counts for each of its tests. What ran in tests needn't be tested as what runs at import. */
  #coverage() {
    const { perTest, static: atImport } = (this.#state.mutantCoverage ??= { static: {}, perTest: {} });
    for (const suite of this.#suites.flatMap((file) => this.#vitest.suitesIn(file))) {
      const inHooks = perTest[suite.id];
      delete perTest[suite.id];
      if (inHooks !== undefined) for (const { id } of this.#vitest.testsIn(suite)) perTest[id] = { ...inHooks, ...perTest[id] };
    }
    for (const hits of Object.values(perTest)) for (const mutant of Object.keys(hits)) delete atImport[mutant];
    return { perTest, static: atImport };
  }
}

function testFilesIn(path) {
  if (existsSync(path) && path.endsWith(".test.ts")) return [path];
  const names = readdirSync(path, { encoding: "utf8", recursive: true }).filter((name) => name.endsWith(".test.ts"));
  return names.map((name) => `${path}/${name}`).toSorted((one, other) => one.localeCompare(other));
}

/** The test of a file, and then those of its folder, decide about most mutants in it. */
function nearestFirst(suites, source) {
  const folder = `/${basename(dirname(source))}/`;
  const own = `${folder}${basename(source, ".ts")}.test.ts`;
  const distance = ({ name }) => (name.endsWith(own) ? 0 : name.includes(folder) ? 1 : 2);
  return suites.toSorted((one, other) => distance(one) - distance(other));
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "in-process", InProcessRunner)];
export const strykerValidationSchema = { properties: { inProcess: { type: "object" } } };
