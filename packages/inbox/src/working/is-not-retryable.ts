/** Whether an error says that a retry wouldn't help. Decided by name: the class may be there twice, from two copies of the package. */
export function isNotRetryable(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.length > 0 && error.errors.every(isNotRetryable);
  return error instanceof Error && error.name === "NotRetryable";
}
