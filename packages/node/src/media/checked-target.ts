import { isIP } from "node:net";
import { isLoopbackAddress } from "../addresses/is-loopback-address.ts";
import { isAllowedHost } from "./allowed-hosts.ts";
import { MediaDownloadError, MediaRefusedError } from "./media-error.ts";

/** Where a request may go: the host by name, for TLS, and the one address that was checked. */
export interface CheckedTarget {
  readonly url: URL;
  readonly address: string;
  readonly family: 4 | 6;
}

/** The rules for a target. Tests replace `ports`, `resolve` and `isPublic`; users can't. */
export interface TargetRules {
  readonly hosts: readonly string[];
  readonly allowLoopback: boolean;
  readonly ports: readonly string[];
  readonly resolve: (host: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;
  readonly isPublic: (address: string) => boolean;
}

/**
 * Checks a URL before anything is sent to it, each redirect's too: https on its own port, no user, an allowed host, and a name that
 * resolves to public addresses only. It is resolved once, here; the connection then goes to the address that was checked, whatever the name
 * resolves to later. With `allowLoopback` the loopback of this machine is allowed with any port, and with http.
 */
export async function checkedTarget(given: string, rules: TargetRules, base?: URL): Promise<CheckedTarget> {
  const url = URL.canParse(given, base?.href) ? new URL(given, base?.href) : undefined;
  if (url === undefined) throw new MediaRefusedError("URL", "its address isn't a URL");
  const host = url.hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  const isLoopback = rules.allowLoopback && (host === "localhost" || isLoopbackAddress(host));
  const isAllowed = isLoopback ? isLoopbackAddress : rules.isPublic;
  if (url.protocol !== "https:" && !(isLoopback && url.protocol === "http:")) {
    throw new MediaRefusedError("URL", "its address doesn't begin with https://");
  }
  if (url.username !== "" || url.password !== "") throw new MediaRefusedError("URL", "its address names a user");
  if (!isLoopback && !rules.ports.includes(url.port)) throw new MediaRefusedError("URL", "its address names a port");
  const family = isIP(host);
  // A literal address never meets the resolver, neither ours nor Node's.
  if (family !== 0 && !isAllowed(host)) throw new MediaRefusedError("ADDRESS", `host "${host}" isn't on the public internet`);
  if (!isLoopback && !isAllowedHost(url, rules.hosts)) {
    throw new MediaRefusedError("HOST", `host "${host}" isn't one of GREEN-API's: allow it with the option "hosts"`);
  }
  const found = family === 0 ? await resolved(host, rules) : [{ address: host, family }];
  const [first] = found;
  if (first === undefined) throw new MediaDownloadError("ENOTFOUND", `host "${host}" has no address`);
  if (found.some(({ address }) => !isAllowed(address))) {
    throw new MediaRefusedError("ADDRESS", `host "${host}" isn't on the public internet`);
  }
  return { url, address: first.address, family: first.family === 6 ? 6 : 4 };
}

async function resolved(host: string, { resolve }: TargetRules) {
  try {
    return await resolve(host);
  } catch {
    throw new MediaDownloadError("ENOTFOUND", `host "${host}" doesn't resolve`);
  }
}
