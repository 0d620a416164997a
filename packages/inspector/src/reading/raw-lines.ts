import type { NotificationIssue } from "@greenhook/core";
import type { RawLine } from "../page/inspector-messages.ts";
import { cut, visible } from "./visible-text.ts";

const maxLines = 5_000;
const maxTextLength = 2_000;

export interface RawMarks {
  readonly issues: readonly NotificationIssue[];
  readonly unknownFields: readonly string[];
}

/** A value as lines of JSON, with issues and unknown fields marked at their place. Long texts and long bodies are cut, visibly. */
export function rawLines(value: unknown, { issues, unknownFields }: RawMarks): readonly RawLine[] {
  const notes = new Map<string, string>();
  for (const { path, message } of issues) notes.set(path, [notes.get(path), message].filter(Boolean).join("; "));
  const unknown = new Set(unknownFields);
  const lines: RawLine[] = [];
  const marksAt = (path: string): Partial<RawLine> => {
    const note = notes.get(path);
    if (note !== undefined) return { mark: "issue", note };
    return unknown.has(path) ? { mark: "unknown", note: "unknown field" } : {};
  };

  const walk = (item: unknown, path: string, depth: number, key: string | undefined, comma: string): void => {
    if (lines.length >= maxLines) return;
    const start = { depth, ...(key === undefined ? {} : { key: quoted(key) }), ...marksAt(path) };
    if (typeof item !== "object" || item === null) {
      const type = typeof item === "string" ? "string" : typeof item === "number" ? "number" : "word";
      lines.push({ ...start, type, text: `${typeof item === "string" ? quoted(item) : String(item)}${comma}` });
      return;
    }
    const array = Array.isArray(item);
    const children = Object.entries(item);
    const [open, close] = array ? ["[", "]"] : ["{", "}"];
    // A missing field has no line of its own: its note goes to the object that lacks it.
    const missing = array ? [] : issues.filter((issue) => isMissingFrom(item, path, issue.path));
    if (children.length === 0 && missing.length === 0) {
      lines.push({ ...start, type: "bracket", text: `${open}${close}${comma}` });
      return;
    }
    lines.push({ ...start, type: "bracket", text: open });
    for (const [index, [name, child]] of children.entries()) {
      const inner = array ? `${path}[${index}]` : path === "" ? name : `${path}.${name}`;
      walk(child, inner, depth + 1, array ? undefined : name, index < children.length - 1 ? "," : "");
    }
    for (const { path: where, message } of missing) {
      lines.push({
        depth: depth + 1,
        key: quoted(where.slice(path === "" ? 0 : path.length + 1)),
        type: "word",
        text: "",
        mark: "issue",
        note: message,
      });
    }
    lines.push({ depth, type: "bracket", text: `${close}${comma}` });
  };

  walk(value, "", 0, undefined, "");
  if (lines.length >= maxLines) lines.push({ depth: 0, type: "text", text: `… cut after ${maxLines} lines; copy the delivery to see all` });
  return lines;
}

/** The lines of a text that isn't JSON, with a mark where it is invalid. */
export function plainLines(text: string, position: number | undefined, note: string): readonly RawLine[] {
  let start = 0;
  return text
    .slice(0, 200_000)
    .split("\n")
    .slice(0, maxLines)
    .map((line) => {
      const here = position !== undefined && position >= start && position <= start + line.length;
      start += line.length + 1;
      return { depth: 0, type: "text", text: visible(cut(line, maxTextLength)), ...(here ? { mark: "issue", note } : {}) };
    });
}

function isMissingFrom(item: object, path: string, issuePath: string): boolean {
  if (path !== "" && !issuePath.startsWith(`${path}.`)) return false;
  const name = path === "" ? issuePath : issuePath.slice(path.length + 1);
  return name !== "" && !/[.[]/.test(name) && !Object.hasOwn(item, name);
}

function quoted(text: string): string {
  return visible(JSON.stringify(cut(text, maxTextLength)));
}
