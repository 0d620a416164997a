import { Refusal } from "../receiving/refusal.ts";

/**
 * Which addresses deliveries may come from. An address is given as the runtime shows it (`203.0.113.9`, `::ffff:203.0.113.9`, `2001:db8::1`).
 * Both predicates are synchronous, and only `true` counts: a promise allows and trusts nothing.
 */
export interface SourceAddresses {
  /**
   * Whether deliveries may come from this address.
   *
   * @example
   * addressList(greenApiAddresses.addresses) // addressList is from @greenhook/node
   */
  readonly isAllowed: (address: string) => boolean;
  /**
   * Whether this address is a proxy of yours, whose `X-Forwarded-For` is believed.
   *
   * @default () => false
   * @example
   * addressList(["10.0.0.0/8"])
   */
  readonly isTrustedProxy?: (address: string) => boolean;
  /** `"report"` only sets `sourceAllowed: false` for `onOutcome`; `"enforce"` responds 403. Start with `"report"`: GREEN-API's list moves. */
  readonly mode: "enforce" | "report";
}

/**
 * The address that a request comes from: the remote end of the socket; as long as that is a trusted proxy, the next address to the left in
 * `X-Forwarded-For`. `undefined` where that can't be read as an address.
 */
export function clientAddressOf(
  remoteAddress: string | undefined,
  forwardedFor: string | undefined,
  { isTrustedProxy = () => false }: SourceAddresses,
): string | undefined {
  let client = remoteAddress;
  const hops = forwardedFor === undefined ? [] : forwardedFor.split(",");
  while (client !== undefined && isTrue(isTrustedProxy, client) && hops.length > 0) client = addressIn(hops.pop()!);
  return client;
}

/**
 * Whether deliveries may come from an address; `false` for one that can't be read.
 *
 * @throws Refusal IP_DENIED, in mode `"enforce"`.
 */
export function checkSourceAddress(client: string | undefined, { isAllowed, mode }: SourceAddresses): boolean {
  const allowed = client !== undefined && isTrue(isAllowed, client);
  if (!allowed && mode === "enforce") throw new Refusal("IP_DENIED", { leavesBodyUnread: true });
  return allowed;
}

/** JavaScript callers bypass the types: a promise, which is truthy, must not open the door. */
function isTrue(predicate: (address: string) => unknown, address: string): boolean {
  return predicate(address) === true;
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
