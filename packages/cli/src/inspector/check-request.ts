import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { networkInterfaces } from "node:os";

/** Which requests are accepted. */
export interface AcceptedRequests {
  /** The address that the inspector listens on. */
  readonly host: string;
  readonly port: number;
  /** Expected in the header `x-greenhook-key` of every request that isn't for a file of the page. */
  readonly key: string;
}

/**
 * Why a request is refused; `undefined` if it is accepted. A page of another site can't reach the inspector under a name of its own (the
 * `Host` isn't accepted), from its own origin, or without the key, which is new at each start and is printed only in the terminal, behind
 * the `#` of the address, which browsers don't send.
 *
 * @param isPublic whether the path that the request is routed by needs no key, as the files of the page
 */
export function checkRequest(
  request: IncomingMessage,
  accepted: AcceptedRequests,
  isPublic: boolean,
): { status: number; message: string } | undefined {
  const { headers } = request;
  const hosts = allowedHosts(accepted);
  if (headers.host === undefined || !hosts.has(headers.host.toLowerCase())) {
    return { status: 421, message: "Open the inspector at the address that the terminal printed: it doesn't answer under other names" };
  }
  if (headers.origin !== undefined && !hosts.has(headers.origin.toLowerCase().replace(/^http:\/\//, ""))) {
    return { status: 403, message: "Requests from other sites are refused" };
  }
  if (isPublic) return undefined;
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none")
    return { status: 403, message: "Requests from other sites are refused" };
  const key = headers["x-greenhook-key"];
  if (typeof key !== "string" || !equals(key, accepted.key)) {
    return { status: 401, message: "Open the inspector at the full URL that the terminal printed: it contains the key of this run" };
  }
  return undefined;
}

function allowedHosts({ host, port }: AcceptedRequests): ReadonlySet<string> {
  const names = ["localhost", "127.0.0.1", "[::1]", host.includes(":") ? `[${host}]` : host.toLowerCase()];
  if (host === "0.0.0.0" || host === "::") {
    for (const { address, family } of Object.values(networkInterfaces()).flatMap((each) => each ?? [])) {
      names.push(family === "IPv6" ? `[${address}]` : address);
    }
  }
  return new Set(names.map((name) => `${name}:${port}`));
}

/** In constant time for any length. */
function equals(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
