// Words that the project doesn't use, in code, comments and docs: nobody searches for them, or they make a sentence hard to read.
// node tools/check-words.mjs [path …] looks at some files or folders only. The glossary is in CONTRIBUTING.md.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const words = [
  { word: /\banew\b/i, instead: "again" },
  { word: /\bunder ?way\b/i, instead: "in flight, or running" },
  { word: /\bwho(m|so)?ever\b|\bsomebody\b/i, instead: "anyone, someone, users, or whom it is about" },
  { word: /\bshall\b/i, instead: "must, should or will" },
  { word: /\bmanieth\b/i, instead: "which, or the number of" },
  { word: /\bkin\b/i, instead: "and the like, or their name" },
  { word: /\b(there(of|by|in|upon)|where(by|in|upon)|hence(forth)?|whence|hitherto|lest|ere|amiss)\b/i, instead: "present-day English" },
  { word: /\bhad better\b/i, instead: "must or should" },
  { word: /\bat the foot\b/i, instead: "at the bottom" },
  { word: /\bof (no|any) (use|interest)\b/i, instead: "not applicable, ignored, useful" },
  { word: /\btold of\b/i, instead: "called with, or called once per" },
  { word: /\b(tells|distinguishes) this type from\b/i, instead: "nothing: the name says it" },
  { word: /\bsurroundings\b/i, instead: "context" },
  {
    word: /\b(maxRepeats|repeatable|isRepeatable)\b|\b(an?|the|each|no|five|first|next) repeats?\b/i,
    instead: "retry, attempt or redelivery",
  },
  {
    word: /(?!multipleAnswers|allowToChangeAnswer)\b[a-z]+Answers?\b|\banswers?[A-Z]\w*/,
    instead: "response (HTTP) or result (of an API method)",
  },
  { word: /\bpassing (failure|error)s?\b/i, instead: "transient error" },
];

// The published samples, what is generated, and what names the past.
const ignored =
  /^(etc\/|\.changeset\/|CHANGELOG\.md$|pnpm-lock\.yaml|tools\/[^/]+\/package-lock\.json$|LICENSE|packages\/[^/]+\/LICENSE|test\/fixtures\/.*\.json$|tools\/check-words\.mjs$)/;

const root = fileURLToPath(new URL("..", import.meta.url));
const paths = process.argv.slice(2);
const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "--", ...paths], {
  cwd: root,
  encoding: "utf8",
});
const found = files
  .split("\n")
  .filter((file) => existsSync(`${root}${file}`) && /\.(c|m)?(ts|js)$|\.(md|json|css|html|yml)$/.test(file) && !ignored.test(file))
  .flatMap(wordsIn);

for (const line of found) console.error(line);
if (found.length > 0) {
  console.error(`\n${found.length} lines with words that the project doesn't use: tools/check-words.mjs has the list`);
  process.exit(1);
}

/** The lines of a file, and its name, that hold one of the words. */
function wordsIn(file) {
  const lines = readFileSync(`${root}${file}`, "utf8").split("\n");
  return lines.flatMap((line, index) =>
    words.flatMap(({ word, instead }) => {
      const [match] = line.match(word) ?? [];
      return match === undefined ? [] : [`${file}:${index + 1}: "${match}", better: ${instead}`];
    }),
  );
}
