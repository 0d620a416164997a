import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { format } from "node:util";

// What the tests import as "vitest": collects tests once, to be run as often as there are mutants, in this process. vitest's own matchers and mocks.

globalThis.__vitest_worker__ = { config: { fakeTimers: { loopLimit: 10_000, shouldClearNativeTimers: true } } };
const vitest = await import(pathToFileURL(createRequire(import.meta.url).resolve("vitest")).href.replace(/index\.cjs$/, "dist/index.js"));
export const { assertType, expect, expectTypeOf, vi } = vitest;

// Tests replace them.
const { clearTimeout, setTimeout } = globalThis;

let suite;
let finished;
/** The test that runs, or the suite whose hooks do; and what makes it fail from outside, for an exception that nobody caught. */
export const current = { task: undefined, fail: undefined };

let suites = 0;
function newSuite(name, parent) {
  suites += 1;
  return { name, parent, id: `suite ${suites}`, children: [], beforeAll: [], afterAll: [], beforeEach: [], afterEach: [] };
}

/** Imports a test file, and gives the suite that it makes. */
export async function collect(file, url) {
  suite = newSuite(file);
  await import(url);
  return suite;
}

export function describe(name, define) {
  const outer = suite;
  suite = newSuite(name, outer);
  outer.children.push(suite);
  define();
  suite = outer;
}
describe.each = eachOf(describe);
describe.skip = () => {};
describe.skipIf = (condition) => (condition ? describe.skip : describe);

export function test(name, ...rest) {
  const body = rest.find((part) => typeof part === "function");
  const names = [name];
  for (let outer = suite; outer !== undefined; outer = outer.parent) names.unshift(outer.name);
  const alike = suite.children.filter((child) => child.name === name).length;
  suite.children.push({ name, body, id: `${names.join(" > ")}${alike === 0 ? "" : ` (${alike + 1})`}` });
}
test.each = eachOf(test);
test.skip = () => {};
test.skipIf = (condition) => (condition ? test.skip : test);
test.runIf = (condition) => (condition ? test : test.skip);
export const it = test;

/** `test.each(cases)(title, body)`. Of a template literal's cases nothing is known. */
function eachOf(define) {
  return (cases) => (title, body, options) => {
    for (const [index, values] of [...cases].entries()) {
      const args = Array.isArray(values) ? values : [values];
      const wanted = title.replaceAll("%%", "").match(/%[sdifjoO]/g)?.length ?? 0;
      define(`${format(title, ...args.slice(0, wanted))} #${index}`, () => body(...args), options);
    }
  };
}

export const beforeAll = (hook) => void suite.beforeAll.push(hook);
export const afterAll = (hook) => void suite.afterAll.unshift(hook);
export const beforeEach = (hook) => void suite.beforeEach.push(hook);
export const afterEach = (hook) => void suite.afterEach.unshift(hook);
export const onTestFinished = (callback) => void finished.unshift(callback);

export function testsIn(task) {
  return task.children === undefined ? [task] : task.children.flatMap(testsIn);
}

export function suitesIn(task) {
  return task.children === undefined ? [] : [task, ...task.children.flatMap(suitesIn)];
}

/** Runs the wanted tests of a suite, and reports each: its error, or `undefined`. Stops when `report` returns `false`; resolves to whether it went on. */
export async function run(suiteOrTest, isWanted, timeoutMilliseconds, report, around = []) {
  if (suiteOrTest.children === undefined) {
    if (!isWanted(suiteOrTest)) return true;
    const started = performance.now();
    const error = await errorOf(() => runTest(suiteOrTest, around), timeoutMilliseconds);
    return report(suiteOrTest, error, performance.now() - started) !== false;
  }
  const wanted = testsIn(suiteOrTest).filter(isWanted);
  if (wanted.length === 0) return true;
  let goesOn = true;
  current.task = suiteOrTest;
  const inHooks = (hooks) =>
    errorOf(async () => {
      for (const hook of hooks) await hook();
    }, timeoutMilliseconds);
  const error = await inHooks(suiteOrTest.beforeAll);
  if (error !== undefined) goesOn = report(wanted[0], error, 0) !== false;
  else
    for (const child of suiteOrTest.children) goesOn &&= await run(child, isWanted, timeoutMilliseconds, report, [...around, suiteOrTest]);
  current.task = suiteOrTest;
  await inHooks(suiteOrTest.afterAll);
  current.task = undefined;
  return goesOn;
}

async function runTest(test, around) {
  current.task = test;
  finished = [];
  const callbacks = finished;
  try {
    for (const outer of around) for (const hook of outer.beforeEach) await hook();
    await test.body({});
  } finally {
    for (const outer of around.toReversed()) for (const hook of outer.afterEach) await hook();
    for (const callback of callbacks) await callback();
  }
}

async function errorOf(action, timeoutMilliseconds) {
  const timer = setTimeout(() => current.fail?.(new Error(`Test timed out in ${timeoutMilliseconds} ms`)), timeoutMilliseconds);
  try {
    await Promise.race([action(), new Promise((_, reject) => (current.fail = reject))]);
    return undefined;
  } catch (error) {
    return error ?? new Error("thrown: undefined");
  } finally {
    clearTimeout(timer);
    current.fail = undefined;
  }
}
