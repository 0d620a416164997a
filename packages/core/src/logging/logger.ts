import { repeatedLines } from "./repeated-lines.ts";

/**
 * Where log lines go: `console`, pino and winston are loggers as they are. A line has codes, ids and times, and no content, name, chat or token. The
 * error that caused it, such as the one that your handler threw, is the last argument, untouched.
 */
export interface Logger {
  debug(...line: unknown[]): unknown;
  info(...line: unknown[]): unknown;
  warn(...line: unknown[]): unknown;
  error(...line: unknown[]): unknown;
}

/** What is logged at once. Lines are equal if all fields are but `id`, `idMessage` and `milliseconds`. */
export interface LogLine {
  readonly level: "info" | "warn" | "error";
  /** What happened. */
  readonly event: string;
  /** Codes, ids and numbers; what is `undefined` is left out. */
  readonly fields: Readonly<Record<string, string | number | undefined>>;
  readonly advice: string;
  /** Absent where there is none: `undefined` can be thrown. */
  readonly error?: unknown;
}

/** Writes a line. Of equal ones it writes the first, and then one a minute. */
export type WriteLine = (line: LogLine) => void;

/**
 * The writer for an option `logger`: to `console` from `warn` on where the option is left out, `undefined` for `false`. What a logger throws is
 * ignored.
 *
 * @throws TypeError for what is no logger.
 */
export function lineWriter(action: string, logger: Logger | false | undefined): WriteLine | undefined {
  if (logger === false) return undefined;
  if (logger !== undefined && typeof (logger as Partial<Logger> | null)?.warn !== "function")
    throw new TypeError(`Cannot ${action}: "logger" must be a logger, such as console, or false`);
  const limited = repeatedLines<LogLine>((line, more) => {
    try {
      write(logger, line, more);
    } catch {
      // Nothing fails because it can't be logged.
    }
  });
  return (line) => {
    const { id: _id, idMessage: _idMessage, milliseconds: _milliseconds, ...same } = line.fields;
    limited(line, `${line.event} ${Object.values(same).join(" ")}`, `${line.event} ${same["status"]} ${same["code"]}`);
  };
}

function write(logger: Logger | undefined, { level, event, fields, advice, ...thrown }: LogLine, more: number): void {
  if (logger === undefined && level === "info") return;
  // Looked up for each line: programs replace the methods of `console`.
  const to = logger ?? console;
  const given = Object.entries({ ...fields, more: more || undefined }).filter(([, value]) => value !== undefined);
  const text = more === 0 ? advice : `${advice} (${more} more within a minute)`;
  // pino takes data before the text, and drops what comes after it.
  if ("bindings" in to)
    to[level](Object.fromEntries([...given, ...("error" in thrown ? [["err", thrown.error]] : [])]), `greenhook: ${event}: ${text}`);
  else to[level](`greenhook: ${event}${given.map((field) => ` ${field.join("=")}`).join("")}: ${text}`, ...Object.values(thrown));
}
