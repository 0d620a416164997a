/** A command failed for a reason that the user can change. It is printed as one line without a stack; the exit code is 1. */
export class CommandFailure extends Error {
  override readonly name = "CommandFailure" as const;
}

/** The exit codes of commands that didn't simply succeed. A second SIGINT gives 130, a second SIGTERM 143. */
export const exitCode = {
  /** An invalid option, or the command failed. */
  failed: 1,
  /** The command succeeded, but something needs attention: a fault, a difference, a response other than 200. */
  attention: 2,
} as const;
