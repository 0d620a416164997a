/**
 * The runtime's own `AbortSignal`, wherever its types are there (DOM, `@types/node`, Workers, Deno, Bun); otherwise the members that are used
 * here. So this package needs none of these types, and yet a real signal fits.
 */
export type StopSignal = typeof globalThis extends { AbortSignal: { prototype: infer Signal } } ? Signal : SignalMembers;

/** What is used of an `AbortSignal`. */
export interface SignalMembers {
  /** Whether it was aborted. */
  readonly aborted: boolean;
  /** What `abort` was given, an `AbortError` by default. */
  readonly reason: unknown;
  /** Calls the listener once when it is aborted. */
  addEventListener(type: "abort", listener: () => void): void;
}
