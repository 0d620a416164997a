import type { Scenario } from "../scenario.ts";

/** Many at once, such as after a time without a phone. `make` gets the numbers from 0. */
export function burst(count: number, make: (index: number) => object): Scenario {
  return Array.from({ length: count }, (_, index) => ({ notification: make(index) }));
}
