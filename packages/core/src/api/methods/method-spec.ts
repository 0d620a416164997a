import type { ValueCheck } from "./value-check.ts";

/** Everything that tells one API method from another. */
export interface MethodRow {
  readonly verb: "GET" | "POST" | "DELETE";
  /** Which of the instance's two hosts serves it. */
  readonly host: "api" | "media";
  /** As documented for WhatsApp; 1 where nothing is documented. */
  readonly callsPerSecond: number;
  /** Whether a second call does no harm. Never told by the verb: `reboot` is a GET. */
  readonly repeatable: boolean;
  /** The method's name in the path, where it isn't its own. */
  readonly wireName?: string;
  /** What it takes; absent for a method that takes nothing. Keys that aren't listed go through. */
  readonly input?: InputShape;
  /** How the input travels. By default JSON for POST and the query for the others. */
  readonly inputAs?: "multipart" | "settings" | "settings and name";
  /** The key of the input that is the last part of the path. */
  readonly pathKey?: string;
  /** What a good answer is. */
  readonly answer: AnswerShape;
  /** How many bytes the answer may have. */
  readonly maxAnswerBytes: number;
}

/** The keys of an input. */
export interface InputShape {
  readonly required?: Readonly<Record<string, ValueCheck>>;
  readonly optional?: Readonly<Record<string, ValueCheck>>;
}

/** What a good answer is: a list, or an object with at least these keys. */
export type AnswerShape =
  | { readonly kind: "list" }
  | {
      readonly kind: "object";
      readonly required: Readonly<Record<string, ValueCheck>>;
      /** What an empty answer or `null` means. By default it isn't a good one. */
      readonly nothing?: "undefined" | "starting";
    };
