import { tracingChannel } from "node:diagnostics_channel";

/** Subscribes to the start and the end of what a channel traces. Returns a function that ends it. */
export function subscribe<Message extends object>(
  name: string,
  { start, end }: { readonly start: (message: Message) => void; readonly end: (message: Message) => void },
): () => void {
  const channel = tracingChannel<Message, Message>(name);
  // What began before isn't ended here. No WeakSet: thousands of entries a second are dear to the garbage collector.
  const open = new Set<object>();
  const subscribers = {
    start(message: Message): void {
      open.add(message);
      start(message);
    },
    end(): void {},
    asyncStart(): void {},
    asyncEnd(message: Message): void {
      if (open.delete(message)) end(message);
    },
    error(): void {},
  };
  channel.subscribe(subscribers);
  return () => channel.unsubscribe(subscribers);
}
