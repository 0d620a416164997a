/**
 * For adapters: fails where they are made, not on the first delivery.
 *
 * @throws TypeError for anything but a function, such as a dispatcher
 *
 * @example
 * assertWebhookHandler("make the Express handler", handler);
 */
export function assertWebhookHandler(action: string, handler: unknown): void {
  if (typeof handler === "function") return;
  const hint =
    typeof (handler as { deliver?: unknown } | null | undefined)?.deliver === "function" ? ": a dispatcher is its option deliver" : "";
  throw new TypeError(`Cannot ${action}: "handler" must be what createWebhookHandler returns${hint}`);
}
