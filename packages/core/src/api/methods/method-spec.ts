import type { ValueCheck } from "./value-check.ts";

/** Everything that distinguishes one API method from another. */
export interface MethodSpec extends MethodTraits {
  /** Absent for a method that takes no input. Keys that aren't listed go through. */
  readonly input?: {
    readonly required?: Checks;
    readonly optional?: Checks;
    /** Of these keys exactly one must be given. */
    readonly oneOf?: readonly string[];
  };
  /** A list, an object with at least these keys, a status alone (the body, if there is one, is ignored), or any JSON. */
  readonly response: "list" | Checks | "nothing" | "anything";
}

/** What doesn't follow from a method's types. */
export interface MethodTraits {
  readonly verb: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Which of the instance's two hosts serves it. */
  readonly host: "api" | "media";
  /** As documented for WhatsApp; 1 where nothing is documented. */
  readonly callsPerSecond: number;
  /** Where other messengers' pages document another rate. */
  readonly ratesElsewhere?: { readonly telegram?: number; readonly max?: number };
  /** Whether it may be retried. Not derived from the verb: `reboot` is a GET. */
  readonly retryable: boolean;
  /** The method's name in the path. By default its own. */
  readonly wireName?: string;
  /**
   * How the input is sent. By default as JSON for POST and in the query for the others. `form` is a form with a file, `picture` the same with a
   * JPEG, `file` the file alone; `query and body` takes an input with these two keys.
   */
  readonly inputAs?: "form" | "picture" | "file" | "settings" | "settings and name" | "query and body";
  /** The key of the input that is the last part of the path. */
  readonly pathKey?: string;
  readonly maxResponseBytes: number;
  /** What an empty response, or `null`, stands for. By default `null` is an empty list for a list; anything else is an error. */
  readonly empty?: "undefined" | "starting";
  /** The key whose value is also returned as it arrived, as `rawText`, or as `rawBytes` if it isn't UTF-8. */
  readonly rawKey?: string;
  /** Turns a response of a form that was seen elsewhere into the documented one. It must lose nothing. */
  readonly normalize?: (response: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
}

type Checks = Readonly<Record<string, ValueCheck>>;

const mebibyte = 1_048_576;

/** Reads something by GET. */
export const read: MethodTraits = { verb: "GET", host: "api", callsPerSecond: 1, retryable: true, maxResponseBytes: mebibyte };
/** Reads something by POST. */
export const query: MethodTraits = { ...read, verb: "POST" };
/** Reads many rows. */
export const readMany: MethodTraits = { ...read, maxResponseBytes: 32 * mebibyte };
/** Changes something by GET. */
export const act: MethodTraits = { ...read, retryable: false };
/** Changes something by POST. */
export const change: MethodTraits = { ...query, retryable: false };
/** Sends something to a chat. */
export const send: MethodTraits = { ...change, callsPerSecond: 50 };

/**
 * The specifications of a group's methods. The compiler proves that each lists the required and the optional keys of its input's interface and
 * the required keys of its result's, with a check for the key's type.
 */
export type MethodSpecs<Methods> = {
  readonly [Method in keyof Methods]: Methods[Method] extends (...parameters: infer Parameters) => Promise<infer Result>
    ? MethodTraits & InputPart<Parameters> & { readonly response: ResponseOf<Exclude<Result, undefined>> }
    : never;
};

/** A method that takes an input has two parameters: the input, and the options. */
type InputPart<Parameters extends readonly unknown[]> = 2 extends Parameters["length"]
  ? { readonly input: InputOf<Exclude<Parameters[0], undefined>> }
  : { readonly input?: never };

/** The keys of settings are checked by the settings table. */
type InputOf<Input> = "webhookUrl" extends keyof Input
  ? Record<string, never>
  : KeysPart<"required", CommonFields<Input>> & KeysPart<"optional", OptionalFields<Input>> & OneOfPart<Input>;

/** An input that is a union has keys of which one must be given. */
type OneOfPart<Input> = [OneOfKeys<Input>] extends [never] ? { readonly oneOf?: never } : { readonly oneOf: readonly OneOfKeys<Input>[] };

type OneOfKeys<Input, All = Input> = Input extends unknown ? Exclude<keyof RequiredFields<Input>, keyof RequiredFields<All>> : never;

/** What every member of a union requires. */
type CommonFields<Input> = { [Key in Extract<keyof RequiredFields<Input>, string>]: ValueOf<Input, Key> };

type KeysOf<Input> = Input extends unknown ? keyof Input : never;

type ValueOf<Input, Key> = Input extends unknown ? (Key extends keyof Input ? Exclude<Input[Key], undefined> : never) : never;

type KeysPart<Part extends string, Fields> = [keyof Fields] extends [never]
  ? { readonly [Name in Part]?: never }
  : { readonly [Name in Part]: ChecksOf<Fields> };

type ResponseOf<Result> = [Result] extends [void]
  ? "nothing"
  : Result extends readonly unknown[]
    ? "list"
    : [keyof RequiredFields<Result>] extends [never]
      ? Record<string, never>
      : ChecksOf<RequiredFields<Result>>;

type ChecksOf<Fields> = { readonly [Key in keyof Fields]-?: ValueCheck<Exclude<Fields[Key], undefined>> };

type RequiredFields<Fields> = {
  [Key in keyof Fields as string extends Key ? never : {} extends Pick<Fields, Key> ? never : Key]: Fields[Key];
};

/** Of a union also the keys that only some of its members require. */
type OptionalFields<Fields> = {
  [Key in KeysOf<Fields> as string extends Key ? never : Key extends keyof RequiredFields<Fields> ? never : Key]: ValueOf<Fields, Key>;
};
