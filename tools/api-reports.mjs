// npm run api: writes what each entry point declares into etc/, so that a reviewer sees every change of the public surface.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Extractor, ExtractorConfig, ExtractorLogLevel, ExtractorMessageCategory } from "@microsoft/api-extractor";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Every entry point with types: the package's folder and the declarations' file. */
export function entryPoints() {
  return readdirSync(join(root, "packages")).flatMap((name) => {
    const folder = join(root, "packages", name);
    const { exports } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return Object.values(exports)
      .map((target) => target.types?.import ?? target)
      .filter((file) => /(?:\.js|\.d\.ts)$/.test(file))
      .map((file) => file.replace(/\.js$/, ".d.ts"))
      .map((file) => ({ folder, declarations: join(folder, file), report: `${name}.${basename(file, ".d.ts")}.api.md` }));
  });
}

/** Writes the reports of all entry points into a folder, and removes those whose entry point is gone. */
export function writeApiReports(reportFolder) {
  mkdirSync(reportFolder, { recursive: true });
  const wanted = entryPoints();
  for (const file of readdirSync(reportFolder)) if (!wanted.some(({ report }) => report === file)) rmSync(join(reportFolder, file));
  const reportTempFolder = mkdtempSync(join(tmpdir(), "greenhook-api-"));
  for (const entry of wanted) {
    const { succeeded } = Extractor.invoke(configuration(entry, reportFolder, reportTempFolder), {
      localBuild: true,
      messageCallback(message) {
        if (message.logLevel === ExtractorLogLevel.Error || message.category === ExtractorMessageCategory.Compiler)
          console.error(`${entry.report}: ${message.text}`);
        message.handled = true;
      },
    });
    // A warning, such as that the report is new, counts as no success; an error leaves no report.
    if (!succeeded && !readdirSync(reportFolder).includes(entry.report)) throw new Error(`Cannot write ${entry.report}`);
    const report = join(reportFolder, entry.report);
    // Without the places, which change with every line above them.
    writeFileSync(report, readFileSync(report, "utf8").replace(/^(\/\/ )\S+:\d+:\d+ - /gm, "$1"));
  }
  rmSync(reportTempFolder, { recursive: true });
}

function configuration({ folder, declarations, report }, reportFolder, reportTempFolder) {
  const compilerOptions = {
    module: "NodeNext",
    target: "ES2022",
    lib: ["ES2023"],
    types: ["node"],
    typeRoots: [join(root, "node_modules/@types")],
    strict: true,
    skipLibCheck: true,
  };
  const none = { logLevel: ExtractorLogLevel.None };
  return ExtractorConfig.prepare({
    packageJsonFullPath: join(folder, "package.json"),
    configObject: {
      projectFolder: folder,
      mainEntryPointFilePath: declarations,
      newlineKind: "lf",
      compiler: { overrideTsconfig: { compilerOptions, files: [declarations] } },
      apiReport: { enabled: true, reportFolder, reportTempFolder, reportFileName: report },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
        tsdocMessageReporting: { default: none },
        // Types that a signature names but nobody can import: shown in the report.
        extractorMessageReporting: {
          default: none,
          "ae-forgotten-export": { logLevel: ExtractorLogLevel.Warning, addToApiReportFile: true },
        },
      },
    },
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeApiReports(process.argv[2] ?? join(root, "etc"));
