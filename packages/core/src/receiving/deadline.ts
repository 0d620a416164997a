/** A deadline that runs. Which file makes it, one timer for all or one for each request, is for the `#deadline` condition in package.json. */
export interface Deadline {
  /** Forgets it. Harmless once it has passed. */
  clear(): void;
}
