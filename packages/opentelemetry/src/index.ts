export { observeGreenhook } from "./observe-greenhook.ts";
export type { ObservedInbox, ObserveOptions, ObservedQueue } from "./observe-greenhook.ts";
