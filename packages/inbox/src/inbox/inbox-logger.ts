/** Where a worker logs. The console, pino and winston fit as they are. */
export interface InboxLogger {
  warn(message: string, ...details: unknown[]): unknown;
  error(message: string, ...details: unknown[]): unknown;
}
