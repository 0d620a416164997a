import type { Wanted } from "./create-project.ts";
import { templates } from "./templates.ts";

/** What `--help` says. */
export const usage: string = `npm create greenhook FOLDER -- --template ${Object.keys(templates).join("|")}

${Object.entries(templates)
  .map(([name, about]) => `  ${name.padEnd(10)} ${about}`)
  .join("\n")}

  --tarballs FOLDER   installs Greenhook from tarballs (npm run pack in a clone writes them), not from npm
  --help              says this`;

/** What is left to do in a project that was created. */
export function nextSteps({ folder, template }: Wanted): string {
  const steps = [`cd ${folder}`, "npm install", "npm test", template === "node" ? "npm start" : "npm run dev", "npm run sample"];
  return [
    `Created ${folder}. Next:`,
    "",
    ...steps.map((step) => `  ${step}`),
    "",
    ...(isOld() ? [`The project needs Node 22.18 or later; this is ${process.version}.`] : []),
    `README.md says how to deploy it. A random token for webhookUrlToken is in ${template === "node" ? ".env" : ".dev.vars"}, which git ignores.`,
  ].join("\n");
}

function isOld(): boolean {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  return major < 22 || (major === 22 && minor < 18);
}
