// Preloaded into a child process: writes the address of every module that is loaded to stderr.
import { register } from "node:module";

register(
  `data:text/javascript,${encodeURIComponent(`
    import { writeSync } from "node:fs";
    export async function load(url, context, next) { writeSync(2, url + "\\n"); return next(url, context); }`)}`,
);
