// Prints the entries of every installed package that have something to run.
import { readdirSync, readFileSync } from "node:fs";

const names = readdirSync("node_modules/@greenhook").map((name) => `@greenhook/${name}`);
const entries = [...names, "greenhook"].flatMap((name) => {
  const { exports } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8"));
  return Object.entries(exports)
    .filter(([, target]) => /\.js"/.test(JSON.stringify(target)))
    .map(([path]) => name + path.slice(1));
});
console.log(JSON.stringify(entries));
