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
  #isLeftOut;
  #logger;
  #root = `${pathToFileURL(process.cwd()).href}/`;
  #state = (globalThis.__stryker__ ??= {});
  #generation = 0;
  /** By file, loaded without a mutant. */
  #suites = new Map();
  /** By file, how long its tests take without a mutant. */
  #milliseconds = new Map();
  #vitest;

  constructor({ inProcess }, logger) {
    this.#logger = logger;
    this.#isLeftOut = (id) => inProcess.without.some((part) => id.includes(part));
    this.#files = inProcess.tests.flatMap(testFilesIn).filter((file) => !this.#isLeftOut(file));
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
    const tests = [];
    for (const file of this.#files) tests.push(...(await this.#loadUnmutated(file)));
    const coverage = this.#coverage();
    // One that a busy machine is too slow for decides about no mutant. Were they many, the score would say so.
    for (const { id, failureMessage } of tests.filter(({ status }) => status === TestStatus.Failed)) {
      this.#logger.warn(`Left out, since it fails without a mutant: ${id}: ${failureMessage}`);
      delete coverage.perTest[id];
    }
    return {
      status: DryRunStatus.Complete,
      tests: tests.filter(({ status }) => status === TestStatus.Success),
      mutantCoverage: coverage,
    };
  }

  async mutantRun({ activeMutant: { id }, testFilter, hitLimit, sandboxFileName }) {
    const wanted = testFilter && new Set(testFilter);
    const files = this.#likelyFirst(wanted === undefined ? this.#files : filesOf(wanted), sandboxFileName);
    this.#state.hitLimit = hitLimit;
    const result = wanted && (await this.#runMutant(id, files, wanted, false));
    // Code that runs on first use only, such as for a value that is kept, ran without the mutant: it runs again in sources that are loaded again.
    const wasMissed = result?.status === "survived" && this.#state.hitCount === 0;
    return result === undefined || wasMissed ? this.#runMutant(id, files, wanted, true) : result;
  }

  async #runMutant(mutant, files, wanted, isFresh) {
    this.#generation += Number(isFresh);
    this.#state.hitCount = 0;
    const tests = [];
    for (const file of files) {
      try {
        if (isFresh) this.#state.activeMutant = mutant;
        else if (!this.#suites.has(file)) await this.#loadUnmutated(file);
        const suite = isFresh ? await this.#load(file, this.#generation) : this.#suites.get(file);
        this.#state.activeMutant = mutant;
        tests.push(...(await this.#run(suite, wanted, true)));
      } catch (error) {
        // A source that can't even be imported.
        return { status: "killed", killedBy: [], failureMessage: String(error), nrOfTests: 1 };
      } finally {
        this.#state.activeMutant = undefined;
      }
      if (tests.some(({ status }) => status === TestStatus.Failed)) break;
    }
    if (tests.length === 0) return { status: "error", errorMessage: "no test ran" };
    return toMutantRunResult(
      determineHitLimitReached(this.#state.hitCount, this.#state.hitLimit) ?? { status: DryRunStatus.Complete, tests },
    );
  }

  /** Runs the tests too, so that what is made on first use and kept is made without a mutant. */
  async #loadUnmutated(file) {
    const suite = await this.#load(file, 0);
    this.#suites.set(file, suite);
    const tests = await this.#run(suite, undefined, false);
    this.#milliseconds.set(
      file,
      tests.reduce((sum, { timeSpentMs }) => sum + timeSpentMs, 0),
    );
    return tests;
  }

  /** Loads a file of tests and what it imports, for each generation again. */
  #load(file, generation) {
    return this.#vitest.collect(file, `${this.#root}${file}?${generation}`);
  }

  /** The test of a source, then those of its folder, and of these the fastest, decide about most mutants in it. */
  #likelyFirst(files, source) {
    const folder = `/${basename(dirname(source))}/`;
    const own = `${folder}${basename(source, ".ts")}.test.ts`;
    const distance = (name) => (name.endsWith(own) ? 0 : name.includes(folder) ? 1 : 2);
    const time = (name) => this.#milliseconds.get(name) ?? 0;
    return files.toSorted((one, other) => distance(one) - distance(other) || time(one) - time(other));
  }

  async #run(suite, wanted, stopsAtFailure) {
    const tests = [];
    const report = ({ id }, error, timeSpentMs) => {
      const failed = { status: TestStatus.Failed, failureMessage: String(error?.message ?? error) };
      tests.push({ id, name: id, timeSpentMs, fileName: fileOf(id), ...(error === undefined ? { status: TestStatus.Success } : failed) });
      return error === undefined || !stopsAtFailure;
    };
    await this.#vitest.run(suite, ({ id }) => wanted?.has(id) ?? !this.#isLeftOut(id), testTimeoutMilliseconds, report);
    return tests;
  }

  /** What a suite's hooks ran counts for each of its tests. What ran in tests needn't be tested as what runs at import. */
  #coverage() {
    const { perTest, static: atImport } = (this.#state.mutantCoverage ??= { static: {}, perTest: {} });
    for (const suite of [...this.#suites.values()].flatMap((file) => this.#vitest.suitesIn(file))) {
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

const fileOf = (id) => id.split(" > ")[0];
const filesOf = (ids) => [...new Set([...ids].map(fileOf))];

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "in-process", InProcessRunner)];
export const strykerValidationSchema = { properties: { inProcess: { type: "object" } } };
