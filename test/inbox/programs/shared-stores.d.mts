import type { DuplicateStore } from "@greenhook/core";

/** Where a store is: a file, or a server and the recipe to use it with. */
export interface StoreLocation {
  readonly path?: string;
  readonly url?: string;
  readonly program?: string;
}

export function connectStore(
  kind: "sqlite" | "redis" | "postgres",
  location: StoreLocation,
): Promise<{ readonly store: DuplicateStore; readonly close: () => unknown; readonly forget?: () => Promise<unknown> }>;
