import { lineWriter, type Logger } from "@greenhook/core";
import type { PgBoss, Warning } from "pg-boss";

/** How long a warning stands in `check()`, and the same one isn't logged again. */
const freshMilliseconds = 600_000;

/**
 * Logs what pg-boss warns of, each at most every ten minutes; without a listener, or with one that throws, its errors would end the process.
 *
 * @throws TypeError for what is no logger.
 */
export function watchBoss(boss: PgBoss, logger: Logger | false | undefined): { readonly warnings: () => readonly string[]; end(): void } {
  const write = lineWriter("create the inbox", logger);
  const seen = new Map<string, { readonly at: number; readonly isWarning: boolean }>();
  const isNews = (message: string, isWarning: boolean): boolean => {
    const now = performance.now();
    for (const [each, { at }] of seen) if (now - at > freshMilliseconds) seen.delete(each);
    if (seen.has(message)) return false;
    seen.set(message, { at: now, isWarning });
    return true;
  };
  const onWarning = ({ message }: Warning): void => {
    if (isNews(message, true))
      write?.({ level: "warn", event: `pg-boss warns: ${message}`, fields: {}, advice: "the inbox's check() has it for ten minutes" });
  };
  const onError = (error: Error): void => {
    if (isNews(error.message, false))
      write?.({ level: "error", event: "pg-boss failed", fields: {}, advice: "what the inbox asks of it is retried", error });
  };
  boss.on("warning", onWarning);
  boss.on("error", onError);
  return {
    warnings: () =>
      [...seen].filter(([, { isWarning, at }]) => isWarning && performance.now() - at <= freshMilliseconds).map(([message]) => message),
    end() {
      boss.off("warning", onWarning);
      // The last of a boss that is being stopped has to be heard too.
      setTimeout(() => boss.off("error", onError), 10_000).unref();
    },
  };
}
