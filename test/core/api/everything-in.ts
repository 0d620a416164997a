import { inspect } from "node:util";
import { canary } from "./local-api.ts";

/** Everything that an error could show to anybody who prints it. */
export function everythingIn(error: unknown): string {
  const causes: unknown[] = [];
  for (let at = error; at !== undefined && at !== null && causes.length < 10; at = (at as { cause?: unknown }).cause) causes.push(at);
  return causes
    .flatMap((cause) => [
      inspect(cause, { depth: Infinity, showHidden: true }),
      JSON.stringify(cause),
      String(cause),
      String((cause as Error).stack),
      JSON.stringify(Object.getOwnPropertyNames(cause).map((key) => String((cause as Record<string, unknown>)[key]))),
    ])
    .join("\n");
}

/** The secrets of these tests that a text contains. */
export function secretsIn(text: string): readonly string[] {
  const encoded = Object.values(canary).flatMap((secret) => [secret, Buffer.from(secret).toString("base64").slice(0, 16)]);
  return [...encoded, "waInstance", "127.0.0.1", "http:"].filter((secret) => text.includes(secret));
}
