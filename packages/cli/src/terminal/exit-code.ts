/** How commands end, for scripts. Signals end them with 130 (SIGINT) and 143 (SIGTERM), if given twice. */
export const exitCode = {
  /** An option is wrong, or it can't be done. */
  failed: 1,
  /** It was done, and something was found that needs somebody: a fault, a difference, an answer that isn't 200. */
  found: 2,
} as const;
