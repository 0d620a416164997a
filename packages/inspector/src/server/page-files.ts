import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pageHtml } from "../page/page-html.ts";
import { pageStyle } from "../page/page-style.ts";

export interface PageFile {
  readonly type: string;
  readonly content: string;
}

let files: ReadonlyMap<string, PageFile> | undefined;

/** The files of the page by path. Nothing else is read from disk. */
export function pageFiles(): ReadonlyMap<string, PageFile> {
  if (files !== undefined) return files;
  const directory = join(import.meta.dirname, "../page");
  const scripts = readdirSync(directory).filter((name) => name.endsWith(".js"));
  return (files = new Map([
    ["/", { type: "text/html; charset=utf-8", content: pageHtml }],
    ["/page.css", { type: "text/css; charset=utf-8", content: pageStyle }],
    ...scripts.map((name): [string, PageFile] => [
      `/${name}`,
      {
        type: "text/javascript; charset=utf-8",
        content: readFileSync(join(directory, name), "utf8").replace(/\n\/\/# sourceMappingURL=.*$/m, ""),
      },
    ]),
  ]));
}
