import { Refusal } from "../receiving/refusal.ts";

/** Which addresses deliveries may come from. An address is given as the runtime shows it (`203.0.113.9`, `::ffff:203.0.113.9`, `2001:db8::1`). */
export interface SourceAddresses {
  /** Whether deliveries may come from this address; `addressList` of `@greenhook/node` makes such a predicate. */
  readonly isAllowed: (address: string) => boolean;
  /** Whether this address is a proxy of yours, whose `X-Forwarded-For` is believed. Default: none is. */
  readonly isTrustedProxy?: (address: string) => boolean;
  /** `"report"` only tells `onOutcome` (`sourceAllowed: false`); `"enforce"` answers 403. Start with the first: GREEN-API's list moves. */
  readonly mode: "enforce" | "report";
}

/**
 * The address that a request comes from: the socket's other end; as long as that is a trusted proxy, the next address to the left in
 * `X-Forwarded-For`. `undefined` where that can't be read as an address.
 */
export function clientAddressOf(
  remoteAddress: string | undefined,
  forwardedFor: string | undefined,
  { isTrustedProxy = () => false }: SourceAddresses,
): string | undefined {
  let client = remoteAddress;
  const hops = forwardedFor === undefined ? [] : forwardedFor.split(",");
  while (client !== undefined && isTrustedProxy(client) && hops.length > 0) client = addressIn(hops.pop()!);
  return client;
}

/**
 * Whether deliveries may come from an address; from none that can't be read.
 *
 * @throws Refusal IP_DENIED, in mode `"enforce"`.
 */
export function checkSourceAddress(client: string | undefined, { isAllowed, mode }: SourceAddresses): boolean {
  const allowed = client !== undefined && isAllowed(client);
  if (!allowed && mode === "enforce") throw new Refusal("IP_DENIED", { leavesBodyUnread: true });
  return allowed;
}

/** The address in one element of `X-Forwarded-For`: `203.0.113.9`, `203.0.113.9:4711`, `2001:db8::1`, `[2001:db8::1]:4711`. */
function addressIn(element: string): string | undefined {
  const text = element.trim();
  const bracketed = /^\[([0-9a-f:.]+)\](?::\d{1,5})?$/i.exec(text);
  if (bracketed !== null) return bracketed[1];
  const withPort = /^([0-9.]+):\d{1,5}$/.exec(text);
  if (withPort !== null) return withPort[1];
  return /^[0-9a-f:.]+$/i.test(text) ? text : undefined;
}
