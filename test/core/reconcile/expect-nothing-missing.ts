import { expect } from "vitest";
import type { Outage } from "./play-outage.ts";

/** Each message and call was handled once, and those of a journal in the order in which they happened within their chat. */
export function expectNothingMissing({ happened, live, fromJournal, dropped, runs }: Outage): void {
  expect(dropped).toBeGreaterThan(0);
  expect([...live, ...fromJournal].toSorted()).toEqual([...happened.keys()].toSorted());
  for (let chat = 0; chat < 20; chat += 1) {
    // Of two in one second, in two journals, nothing says which came first.
    const times = fromJournal.filter((id) => Number(id.slice(1)) % 20 === chat).map((id) => happened.get(id) ?? 0);
    expect(times).toEqual(times.toSorted((one, other) => one - other));
  }
  const [killed, failing, rest, last] = runs;
  expect(killed!.outcomes.failed).toBeUndefined();
  expect(failing!.outcomes.failed).toBe(1);
  expect(rest!.outcomes.failed).toBeUndefined();
  expect(last!.outcomes).toEqual({ duplicate: happened.size });
}
