export function sentAt({ timestamp }: { readonly timestamp?: number }): Date | undefined {
  return timestamp === undefined ? undefined : new Date(timestamp * 1000);
}
