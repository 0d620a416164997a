import { foldCase } from "./fold-case.ts";
import type { IncomingText } from "./incoming-text.ts";

/** Looks for a pattern in a text. `undefined` where it isn't there. */
export type FindMatch = (incoming: IncomingText) => string | RegExpExecArray | undefined;

/**
 * The first match of a list of patterns, or of one. A string matches the whole text, a RegExp any part.
 *
 * @throws TypeError for what is neither a string that isn't blank nor a RegExp.
 */
export function toFindMatch(pattern: unknown): FindMatch {
  const finders = (Array.isArray(pattern) ? pattern : [pattern]).map(finderOf);
  return (incoming) => {
    for (const find of finders) {
      const match = find(incoming);
      if (match !== undefined) return match;
    }
    return undefined;
  };
}

function finderOf(pattern: unknown): FindMatch {
  if (typeof pattern === "string" && pattern.trim() !== "") {
    const wanted = foldCase(pattern);
    return ({ text, is }) => (is(wanted) ? text : undefined);
  }
  if (!isRegExp(pattern)) throw new TypeError("Cannot register a handler: a pattern must be a RegExp or a string that isn't blank");
  // A copy: of a RegExp with the flag g or y, each search would begin where the last one ended, and others may search with it too. Its own
  // constructor makes it, so that one that takes linear time, such as RE2's, still does.
  const { constructor, flags } = pattern;
  const copy = new (constructor as RegExpConstructor)(pattern, flags.replace("g", ""));
  return ({ text }) => {
    if (flags.includes("y")) copy.lastIndex = 0;
    return copy.exec(text) ?? undefined;
  };
}

/** By its method: `instanceof` fails for one from another realm. */
function isRegExp(pattern: unknown): pattern is RegExp {
  return typeof (pattern as Partial<RegExp> | undefined)?.exec === "function";
}
