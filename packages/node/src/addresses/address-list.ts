import { BlockList, isIP, isIPv6 } from "node:net";

/**
 * Makes a predicate of addresses and subnets, for `sourceAddresses`. IPv4 addresses match in their IPv6 form (`::ffff:203.0.113.9`) too.
 * Text that isn't an address never matches, `010.0.0.1` and `0x0a.0.0.1` included.
 *
 * @throws TypeError for an entry that is neither an address nor a subnet.
 *
 * @example
 * const isAllowed = addressList(["46.101.109.139", "10.0.0.0/8"]);
 */
export function addressList(entries: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = "", prefix, more] = entry.split("/");
    const family = isIPv6(address) ? "ipv6" : "ipv4";
    const bits = prefix === undefined ? undefined : Number(prefix);
    const longest = family === "ipv6" ? 128 : 32;
    if (isIP(address) === 0 || more !== undefined || (bits !== undefined && !(/^\d+$/.test(prefix!) && bits <= longest))) {
      throw new TypeError(`Cannot read "${entry}": an entry is an address (203.0.113.9) or a subnet (10.0.0.0/8)`);
    }
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, bits, family);
  }
  return (address) => {
    const [bare = ""] = address.split("%");
    // BlockList matches ::ffff:203.0.113.9 against 203.0.113.9 when told that it is IPv6.
    return isIP(bare) !== 0 && list.check(bare, isIPv6(bare) ? "ipv6" : "ipv4");
  };
}
