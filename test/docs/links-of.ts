/** A link of a page, with the line it is on. */
export interface Link {
  readonly line: number;
  /** As it is written: `docs/testing.md#clocks`. */
  readonly target: string;
}

/** The links and pictures of a page; what looks like one within code is none. */
export function linksOf(markdown: string): readonly Link[] {
  return proseLinesOf(markdown).flatMap(({ line, text }) =>
    Array.from(text.replaceAll(/`[^`]*`/g, "").matchAll(/\]\(([^)\s]+)[^)]*\)/g), ([, target = ""]) => ({ line, target })),
  );
}

/** The names under which a page's headings are linked to, as GitHub makes them and tools/docs makes them for the site. */
export function anchorsOf(markdown: string): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const { text } of proseLinesOf(markdown)) {
    const [, heading] = /^#{1,6} (.+)$/.exec(text) ?? [];
    if (heading === undefined) continue;
    const name = slugOf(heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1"));
    let anchor = name;
    for (let count = 1; anchors.has(anchor); count++) anchor = `${name}-${count}`;
    anchors.add(anchor);
  }
  return anchors;
}

export function slugOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}_\- ]/gu, "")
    .replaceAll(" ", "-");
}

/** A page's lines outside of its fenced blocks, counted from 1. */
function proseLinesOf(markdown: string): readonly { line: number; text: string }[] {
  let fenced = false;
  return markdown.split("\n").flatMap((text, index) => {
    if (text.startsWith("```")) {
      fenced = !fenced;
      return [];
    }
    return fenced ? [] : [{ line: index + 1, text }];
  });
}
