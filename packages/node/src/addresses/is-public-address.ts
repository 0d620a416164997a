import { BlockList, isIP } from "node:net";

/** IPv4 that isn't on the public internet: private, loopback, link-local (cloud metadata), shared, documentation, multicast, reserved. */
const notPublic = new BlockList();
for (const range of [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
]) {
  const [address, bits] = range.split("/") as [string, string];
  notPublic.addSubnet(address, Number(bits), "ipv4");
}

/** The public internet of IPv6, and the ranges in it that lead elsewhere: Teredo, documentation, 6to4. */
const global = new BlockList();
global.addSubnet("2000::", 3, "ipv6");
const notGlobal = new BlockList();
notGlobal.addSubnet("2001::", 23, "ipv6");
notGlobal.addSubnet("2001:db8::", 32, "ipv6");
notGlobal.addSubnet("2002::", 16, "ipv6");
notGlobal.addSubnet("3fff::", 20, "ipv6");

/** Whether an address is on the public internet. An IPv4-mapped IPv6 address (`::ffff:10.0.0.1`) isn't. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !notPublic.check(address, "ipv4");
  return family === 6 && global.check(address, "ipv6") && !notGlobal.check(address, "ipv6");
}
