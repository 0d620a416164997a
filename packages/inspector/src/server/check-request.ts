import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { networkInterfaces } from "node:os";

/** Which requests are accepted. */
export interface AcceptedRequests {
  /** Host names besides those of this machine, in lower case, IPv6 addresses in brackets. */
  readonly hosts: ReadonlySet<string>;
  /** Expected in the header `x-greenhook-key` of every request that isn't for a file of the page. */
  readonly key: string;
}

/**
 * Why a request is refused; `undefined` if it is accepted. A page of another site can't reach the inspector under a name of its own (the
 * `Host` isn't accepted), from its own origin, or without the key, which browsers send to no server: it stands behind the `#` of the URL.
 *
 * @param isPublic whether the path that the request is routed by needs no key, as the files of the page
 */
export function checkRequest(
  { headers }: IncomingMessage,
  { hosts, key }: AcceptedRequests,
  isPublic: boolean,
): { status: number; message: string } | undefined {
  const host = headers.host?.toLowerCase() ?? "";
  const name = /^(.*?)(?::\d+)?$/s.exec(host)?.[1] ?? "";
  if (!hosts.has(name) && !ownNames().has(name)) {
    return { status: 421, message: "Open the inspector at the URL that was printed: it doesn't answer under other names" };
  }
  if (headers.origin !== undefined && headers.origin.toLowerCase().replace(/^https?:\/\//, "") !== host) return fromElsewhere;
  if (isPublic) return undefined;
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return fromElsewhere;
  const given = headers["x-greenhook-key"];
  if (typeof given !== "string" || !equals(given, key)) {
    return { status: 401, message: "Open the inspector at the full URL that was printed: it contains the key of this run" };
  }
  return undefined;
}

const fromElsewhere = { status: 403, message: "Requests from other sites are refused" };

/** Only addresses and `localhost`: a name that someone else's DNS resolves to this machine isn't accepted. */
function ownNames(): ReadonlySet<string> {
  const names = ["localhost", "127.0.0.1", "[::1]"];
  for (const { address, family } of Object.values(networkInterfaces()).flatMap((each) => each ?? [])) {
    names.push(family === "IPv6" ? `[${address}]` : address);
  }
  return new Set(names);
}

/** In constant time for any length. */
function equals(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
