export { observeGreenhook } from "./observe-greenhook.ts";
export type { ObserveOptions, ObservedQueue } from "./observe-greenhook.ts";
