import { parseNotification, type ParsedNotification } from "@greenhook/core";
import { decodeBody } from "./decode-body.ts";

/** The notification in a body; `undefined` if it isn't JSON, or is nested too deeply to be shown. */
export function parseBody(body: Uint8Array | undefined): ParsedNotification | undefined {
  const text = decodeBody(body);
  if (text === undefined || depthOf(text) > 64) return undefined;
  try {
    return parseNotification(JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

/** The deepest nesting in a JSON text; brackets inside strings don't count. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text[at];
    if (inString) {
      if (unit === "\\") at++;
      else if (unit === '"') inString = false;
    } else if (unit === '"') inString = true;
    else if (unit === "{" || unit === "[") deepest = Math.max(deepest, ++depth);
    else if (unit === "}" || unit === "]") depth--;
  }
  return deepest;
}
