import { addressList } from "@greenhook/node";
import { describe, expect, test } from "vitest";

describe("addressList()", () => {
  const isListed = addressList(["46.101.109.139", "10.0.0.0/8", "2001:db8::/32"]);

  test.each([
    "46.101.109.139",
    "::ffff:46.101.109.139",
    "::ffff:2e65:6d8b",
    "10.255.0.1",
    "::ffff:10.0.0.1",
    "2001:db8::1",
    "2001:DB8:0::2",
    "2001:db8::1%eth0",
  ])("15 holds %s", (address) => expect(isListed(address)).toBe(true));

  test.each([
    "46.101.109.138",
    "11.0.0.1",
    "010.0.0.1",
    "0x0a.0.0.1",
    "167772161",
    "10.1",
    "",
    " 10.0.0.1",
    "10.0.0.1:80",
    "2001:db9::1",
    "localhost",
    "::1",
  ])("does not hold %j", (address) => expect(isListed(address)).toBe(false));

  test.each(["", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/8/8", "10.0.0.0/-1", "example.com", "2001:db8::/129", "010.0.0.1"])(
    "refuses the entry %j",
    (entry) => {
      expect(() => addressList([entry])).toThrow(`Cannot read "${entry}"`);
    },
  );
});
