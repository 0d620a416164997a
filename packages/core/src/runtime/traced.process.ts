import type { TraceMessage } from "./trace-message.ts";

/**
 * Calls `run`, within a tracing channel of Node's `node:diagnostics_channel` where that exists and has a subscriber. The message is made
 * only then; `run` gets it, to add to it. Neither results nor errors are in it.
 */
export function traced<Message extends TraceMessage, Value>(
  name: string,
  toMessage: () => Message,
  run: (message?: Message) => Value,
): Value | Promise<Awaited<Value>> {
  const channel = channelOf(name);
  if (channel === undefined || !channel.hasSubscribers) return run();
  const message = toMessage();
  const end = (): void => {
    channel.asyncStart.publish(message);
    channel.asyncEnd.publish(message);
  };
  const promise = channel.start.runStores(message, async (): Promise<Awaited<Value>> => {
    const value = message.run === undefined ? run(message) : message.run(() => run(message));
    return await value;
  });
  channel.end.publish(message);
  return promise.then(
    (value) => {
      end();
      return value;
    },
    (error: unknown) => {
      message.errorName = error instanceof Error && /^\w{1,64}$/.test(error.name) ? error.name : "Error";
      channel.error.publish(message);
      end();
      throw error;
    },
  );
}

const channels = new Map<string, TracingChannel | undefined>();

/** Never imported: most runtimes have no such module. */
function channelOf(name: string): TracingChannel | undefined {
  let channel = channels.get(name);
  if (channel === undefined && !channels.has(name)) {
    channel = globalThis.process?.getBuiltinModule?.("node:diagnostics_channel")?.tracingChannel(name);
    channels.set(name, channel);
  }
  return channel;
}
