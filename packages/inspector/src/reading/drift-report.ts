import { unknownFieldsOf, type ParsedNotification } from "@greenhook/core";
import { maskText } from "../masking/mask.ts";
import { commonFieldsOf } from "./common-fields.ts";

/** One way in which notifications differed from their documented types. */
export interface DriftEntry {
  /** The `typeWebhook`, and for a message ` / ` and its `typeMessage`. */
  readonly type: string;
  /** Where; array indices are left out: `messageData.options[].optionName`. `""` for the whole notification. */
  readonly path: string;
  /** `unknown field`, `unknown type`, or how the value differs. Holds no value. */
  readonly difference: string;
  /** In how many notifications. */
  readonly count: number;
}

/** Counts how notifications differ from their documented types, by type and path, without their values. */
export class DriftReport {
  readonly #counts = new Map<string, { readonly type: string; readonly path: string; readonly difference: string; count: number }>();
  readonly #capacity: number;
  #omitted = 0;

  /** @param capacity how many different entries are kept */
  constructor(capacity = 1_000) {
    this.#capacity = capacity;
  }

  /** What differed, the most frequent first. */
  get entries(): readonly DriftEntry[] {
    return [...this.#counts.values()].sort((one, other) => other.count - one.count);
  }

  /** How many differences aren't among the entries, since there were too many different ones. */
  get omitted(): number {
    return this.#omitted;
  }

  /** Counts what differs in a notification. */
  add(parsed: ParsedNotification): void {
    const type = typeOf(parsed);
    const differences = new Set<string>();
    for (const { path, message } of parsed.issues ?? []) differences.add(entryKey(type, path, message));
    if (parsed.kind === "known")
      for (const path of unknownFieldsOf(parsed.notification)) differences.add(entryKey(type, path, "unknown field"));
    if (parsed.kind === "unknown" && parsed.issues === undefined) differences.add(entryKey(type, "", "unknown type"));
    for (const key of differences) this.#count(key);
  }

  #count(key: string): void {
    const counted = this.#counts.get(key);
    if (counted !== undefined) counted.count++;
    else if (this.#counts.size >= this.#capacity) this.#omitted++;
    else {
      const [type, path, difference] = JSON.parse(key) as [string, string, string];
      this.#counts.set(key, { type, path, difference, count: 1 });
    }
  }
}

/** Names of fields come from the wire: a phone number in one is masked. */
function entryKey(type: string, path: string, difference: string): string {
  return JSON.stringify([type, maskText(path.replace(/\[\d+\]/g, "[]")).slice(0, 200), difference]);
}

function typeOf(parsed: ParsedNotification): string {
  if (parsed.kind === "malformed") return "no notification";
  const { typeWebhook } = parsed.kind === "known" ? parsed.notification : parsed;
  return maskText([typeWebhook, commonFieldsOf(parsed).typeMessage].filter(Boolean).join(" / ").slice(0, 120));
}
