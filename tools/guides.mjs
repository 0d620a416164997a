// After the build: what readers without a browser get. @greenhook/core ships dist/llms.txt, which says where everything is; greenhook ships the guides
// themselves, in dist/docs.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const onGithub = "https://raw.githubusercontent.com/greenhook/greenhook/main";
const read = (path) => readFileSync(`${root}${path}`, "utf8");

const guides = readdirSync(`${root}docs`);
const packages = readdirSync(`${root}packages`).map((folder) => ({ folder, ...JSON.parse(read(`packages/${folder}/package.json`)) }));

if (process.argv[1] === fileURLToPath(import.meta.url)) writeGuides();

function writeGuides() {
  writeFileSync(`${root}packages/core/dist/llms.txt`, llmsText());
  const out = `${root}packages/cli/dist/docs/`;
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out);
  for (const name of guides) writeFileSync(`${out}${name}`, read(`docs/${name}`).replaceAll("](../", `](${onGithub}/`));
}

/** The index, by the convention of llmstxt.org. */
export function llmsText() {
  return `# Greenhook

> ${packages.find(({ folder }) => folder === "core").description}

- A receiver is three parts: handlers on \`createDispatcher()\`, \`createWebhookHandler({ token, quarantine, deliver })\` around them, and one adapter
  that puts it into a server. Create one handler for each process.
- GREEN-API counts only a 200 as delivered, and retries everything else every minute for 24 hours while the rest of its queue waits. So a handler may
  run twice: use \`withoutDuplicates\`, or make it idempotent by \`keyOf\`.
- Mount adapters before body parsers. Always set \`quarantine\`. The token is \`webhookUrlToken\` of the instance.
- A wire name is never translated (\`typeWebhook\`, \`messageData\`); readers such as \`textOf\`, \`mediaOf\` and \`senderOf\` hide the variants.

## Guides

${guides.map((name) => `- [${titleOf(read(`docs/${name}`))}](${onGithub}/docs/${name})${firstSentenceOf(read(`docs/${name}`))}`).join("\n")}

The package \`greenhook\` has them as files, in \`node_modules/greenhook/dist/docs\`.

## Packages

${packages.map(({ folder, name, description }) => `- [${name}](${onGithub}/packages/${folder}/README.md): ${description}`).join("\n")}
`;
}

function titleOf(page) {
  return /^# (.+)$/m.exec(page)[1];
}

/** Of the page's first paragraph, without links; empty where it begins with something else. */
function firstSentenceOf(page) {
  const [, paragraph = ""] = /^# .+\n\n(?!```|[#|-])([^]*?)\n\n/.exec(page) ?? [];
  const text = paragraph.replaceAll("\n", " ").replaceAll(/\[([^\]]+)\]\([^)]+\)/g, "$1");
  const [sentence = text] = /^.*?[.:](?= |$)/.exec(text) ?? [];
  return sentence === "" ? "" : `: ${sentence.replace(/:$/, ".")}`;
}
