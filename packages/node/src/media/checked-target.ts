import { isIP } from "node:net";
import { MediaDownloadError, MediaRefusedError } from "./media-error.ts";

/** Where a request may go: the host by name, for TLS, and the one address that was checked. */
export interface CheckedTarget {
  readonly url: URL;
  readonly address: string;
  readonly family: 4 | 6;
}

/** How a target is checked. Tests put their own in; users can't. */
export interface TargetRules {
  readonly hosts: readonly string[];
  readonly ports: readonly string[];
  readonly resolve: (host: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;
  readonly isPublic: (address: string) => boolean;
}

/**
 * Checks an address before anything is sent to it, each redirect's too: https on its own port, no user, a host on the list, and a name that
 * resolves to public addresses only. It is resolved once, here; the connection then goes to what was checked, whatever the name says later.
 */
export async function checkedTarget(given: string, rules: TargetRules, base?: URL): Promise<CheckedTarget> {
  const url = URL.canParse(given, base?.href) ? new URL(given, base?.href) : undefined;
  if (url === undefined) throw new MediaRefusedError("URL", "its address isn't a URL");
  if (url.protocol !== "https:") throw new MediaRefusedError("URL", "its address doesn't begin with https://");
  if (url.username !== "" || url.password !== "") throw new MediaRefusedError("URL", "its address names a user");
  if (!rules.ports.includes(url.port)) throw new MediaRefusedError("URL", "its address names a port");
  const host = url.hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  const family = isIP(host);
  // A literal address never meets the resolver, neither ours nor Node's.
  if (family !== 0 && !rules.isPublic(host)) throw new MediaRefusedError("ADDRESS", "its host isn't on the public internet");
  if (!rules.hosts.some((allowed) => isHostOf(host, allowed))) throw new MediaRefusedError("HOST", "its host isn't on the list");
  const found = family === 0 ? await resolved(host, rules) : [{ address: host, family }];
  const [first] = found;
  if (first === undefined) throw new MediaDownloadError("ENOTFOUND", "its host has no address");
  if (found.some(({ address }) => !rules.isPublic(address))) {
    throw new MediaRefusedError("ADDRESS", "its host isn't on the public internet");
  }
  return { url, address: first.address, family: first.family === 6 ? 6 : 4 };
}

function isHostOf(host: string, allowed: string): boolean {
  const name = allowed.toLowerCase();
  return name.startsWith("*.") ? host.endsWith(name.slice(1)) && host.length > name.length - 1 : host === name;
}

async function resolved(host: string, { resolve }: TargetRules) {
  try {
    return await resolve(host);
  } catch {
    // The resolver's error names the host.
    throw new MediaDownloadError("ENOTFOUND", "its host doesn't resolve");
  }
}
