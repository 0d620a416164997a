import { greenApiAddresses } from "@greenhook/core";
import { addressList } from "@greenhook/node";
import { CommandFailure } from "../command-failure.ts";
import type { Finding } from "./finding.ts";

/** Whether a firewall allows all addresses that GREEN-API publishes. @throws {CommandFailure} one of the given isn't an address */
export function checkSourceAddress(allowed: readonly string[] | undefined): Finding {
  const check = "source address";
  const { addresses, date } = greenApiAddresses;
  if (allowed === undefined) {
    return {
      check,
      result: "skipped",
      found: `give --allow to compare your firewall with the ${addresses.length} addresses that GREEN-API published by ${date}`,
    };
  }
  let isAllowed: (address: string) => boolean;
  try {
    isAllowed = addressList(allowed);
  } catch (error) {
    throw new CommandFailure(`--allow: ${(error as Error).message}`);
  }
  const missing = addresses.filter((address) => !isAllowed(address));
  if (missing.length === 0)
    return { check, result: "ok", found: `all ${addresses.length} addresses that GREEN-API published by ${date} are allowed` };
  return {
    check,
    result: "fault",
    found: `not allowed: ${missing.join(", ")}`,
    advice: "allow them: deliveries from them never arrive",
  };
}
