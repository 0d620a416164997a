import type { Scenario } from "../scenario.ts";

/**
 * What waited while nobody received: as many notifications, spread evenly over the time before now, the oldest first. `make` gets the numbers
 * from 0, and how long each has been waiting.
 */
export function staleBacklog(
  count: number,
  make: (index: number, ageMilliseconds: number) => object,
  oldestMilliseconds: number = 23 * 60 * 60 * 1_000,
): Scenario {
  return Array.from({ length: count }, (_, index) => {
    const ageMilliseconds = Math.round((oldestMilliseconds * (count - index)) / count);
    return { notification: make(index, ageMilliseconds), ageMilliseconds };
  });
}
