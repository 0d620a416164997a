import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { publishedPackages } from "./published-packages.ts";
import { targetsOf } from "./targets-of.ts";

// The reports as a whole are compared by test/long/packages/api-reports.test.ts; this is what can be seen at once.
const reports = fileURLToPath(new URL("../../etc/", import.meta.url));
const entries = publishedPackages.flatMap(({ folder, path, manifest }) =>
  targetsOf({ exports: manifest.exports ?? {} })
    .filter((file) => /(?:\.js|\.d\.ts)$/.test(file))
    .map((file) =>
      file
        .replace("./dist/", "")
        .replace("bundled/", "")
        .replace(/\.js$|\.d\.ts$/, ""),
    )
    .filter((entry, index, all) => all.indexOf(entry) === index)
    .map((entry) => ({ report: `${folder}.${entry}.api.md`, declarations: join(path, `dist/${entry}.d.ts`) })),
);

test("each entry point has its API report, and each report its entry point", () => {
  expect(readdirSync(reports).sort()).toEqual(entries.map(({ report }) => report).sort());
});

describe.each(entries)("$report", ({ report, declarations }) => {
  test("names what the entry point exports (npm run api rewrites it)", () => {
    const exported = namesExportedBy(declarations);
    const reported = [
      ...readFileSync(join(reports, report), "utf8").matchAll(/^export \{ (\w+) \}/gm),
      ...declaredIn(readFileSync(join(reports, report), "utf8")),
    ];
    expect([...new Set(reported.map(([, name = ""]) => name))].sort()).toEqual([...new Set(exported)].sort());
  });
});

function declaredIn(text: string): readonly RegExpExecArray[] {
  return [...text.matchAll(/^export (?:declare )?(?:abstract )?(?:type|interface|const|function|class) (\w+)/gm)];
}

/** The names that a declaration file exports, with those of the files that it exports as a whole. */
function namesExportedBy(file: string): readonly string[] {
  const text = readFileSync(file, "utf8");
  const listed = [...text.matchAll(/export (?:type )?\{([^}]+)\}/g)].flatMap(([, names = ""]) => names.split(","));
  const whole = [...text.matchAll(/export (?:type )?\* from "(\.[^"]+)\.ts"/g)].flatMap(([, path = ""]) =>
    namesExportedBy(join(dirname(file), `${path}.d.ts`)),
  );
  return [
    ...whole,
    ...declaredIn(text).map(([, name = ""]) => name),
    ...listed
      .map((name) =>
        name
          .replace(/^.* as /, "")
          .replace("type ", "")
          .trim(),
      )
      .filter((name) => name !== ""),
  ];
}
