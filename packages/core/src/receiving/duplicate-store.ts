/** Where `withoutDuplicates` keeps the keys of what was delivered. Several processes share duplicates by sharing a store. */
export interface DuplicateStore {
  /** Whether the key was added, and its time has not run out. */
  has(key: string): boolean | Promise<boolean>;
  /** Keeps the key for `ttlMilliseconds`. */
  add(key: string, ttlMilliseconds: number): void | Promise<void>;
}
