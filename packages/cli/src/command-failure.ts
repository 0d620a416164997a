/** A command can't do its work, for a reason that the user can change: one line, exit code 1, no stack. */
export class CommandFailure extends Error {
  override readonly name = "CommandFailure" as const;
}
