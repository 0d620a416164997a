import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const packages = join(import.meta.dirname, "../../packages");

/** Every regular expression that is written in the packages, found by what may stand before one. */
const patterns = readdirSync(packages, { recursive: true, encoding: "utf8" })
  .filter((name) => /^[a-z]+\/src\/.*\.ts$/.test(name))
  .flatMap((name) => {
    const code = readFileSync(join(packages, name), "utf8").replace(/^\s*(\/\/|\*|\/\*).*$/gm, "");
    return [...code.matchAll(/(?<=[=(,:?!&|[{]\s*|return )\/(?![*/])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+)\/([dgimsuy]*)/g)].map(
      ([, source, flags]) => [source!, flags!.replace("g", ""), name] as const,
    );
  });

const size = 100_000;
const beginnings = ["", ",", "[", "bearer", "basic ", "{", "<", '"', "-", "0", "a", ".", " a"];
const fillings = [" ", "a", "0", ",", ".", ":", "/", "-", ",a", "a ", "0.", "\\", '"', "[", "]", "\u202e", "a@", "identity", "\r\n", "\t"];
const endings = ["", "!", "\u0000", " ", "x"];

test("the packages' patterns are found", () => {
  expect(patterns.length).toBeGreaterThan(8);
});

// A pattern that backtracks takes seconds over so much text, each other one a millisecond. A busy machine is slow once, not five times.
test.each(patterns)("/%s/%s takes less than 50 ms over 100 kB (%s)", (source, flags) => {
  const pattern = new RegExp(source, flags);
  for (const filling of fillings) {
    const long = filling.repeat(size / filling.length);
    for (const [index, beginning] of beginnings.entries()) {
      const text = beginning + long + endings[index % endings.length]!;
      let fastest = Infinity;
      for (let run = 0; run < 5 && fastest >= 50; run++) {
        const started = performance.now();
        pattern.test(text);
        fastest = Math.min(fastest, performance.now() - started);
      }
      expect(fastest, `beginning ${JSON.stringify(beginning)}, then ${JSON.stringify(filling)}`).toBeLessThan(50);
    }
  }
});
