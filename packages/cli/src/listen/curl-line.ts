import { pastableSample } from "./samples.ts";

/** A curl command that delivers a sample. */
export function curlLine(url: string, authorization: string): string {
  const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
  return `curl ${quote(url)} -H ${quote(`Authorization: ${authorization}`)} -H 'Content-Type: application/json' -d ${quote(JSON.stringify(pastableSample()))}`;
}
