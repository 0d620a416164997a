import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Attempt } from "../delivery/attempt.ts";
import { handleCall } from "../api/handle-call.ts";
import { createPlannedFailures } from "../api/planned-failures.ts";
import { createRateLimiter } from "../api/rate-limiter.ts";
import { createAgents } from "../delivery/agents.ts";
import { createTimers } from "../clock/timers.ts";
import { defaultTimes } from "../clock/emulator-times.ts";
import type { Emulator } from "./emulator.ts";
import type { EmulatorOptions } from "./emulator-options.ts";
import { createInstance, type Instance } from "../instance/instance.ts";
import { realClock } from "../clock/clock.ts";
import type { TypeInstance } from "@greenhook/core";

const firstIdOf: Readonly<Record<TypeInstance, number>> = { whatsapp: 7103000001, telegram: 4100000001, v3: 3100000001 };

/**
 * Starts an emulator of GREEN-API on this computer: settings, queues, deliveries and the API. Rejects with Node's error if it can't listen,
 * such as `EADDRINUSE`.
 *
 * @example
 * const emulator = await createEmulator();
 * const { idInstance } = emulator.addInstance({ settings: { ...allFlagsOn, webhookUrl: "http://127.0.0.1:3000/green-api/webhook/" } });
 * emulator.notify(idInstance, textMessage({ text: "Hello" }));
 */
export async function createEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { clock = realClock, host = "127.0.0.1", keepAttempts = 10_000 } = options;
  const times = { ...defaultTimes, ...options.times };
  const timers = createTimers(clock);
  const agents = createAgents();
  const instances = new Map<number, Instance>();
  const attempts: Attempt[] = [];
  const plannedFailures = createPlannedFailures();
  const rateLimiter = options.rateLimits === false ? undefined : createRateLimiter(() => clock.now());
  let closing: Promise<void> | undefined;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { status, headers, body } = await handleCall(request, { instances, clock, timers, times, rateLimiter, plannedFailures });
    response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(body) });
    response.end(body);
    // The body of a refused call is still unread.
    request.resume();
  }

  const server = createServer((request, response) => void serve(request, response));
  server.listen({ port: options.port ?? 0, host });
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const url = `http://${host.includes(":") ? `[${host}]` : host}:${port}`;

  const onAttempt = (attempt: Attempt): void => {
    attempts.push(attempt);
    if (attempts.length > keepAttempts * 1.1) attempts.splice(0, attempts.length - keepAttempts);
    options.onAttempt?.(attempt);
  };

  function find(idInstance: number | string): Instance {
    const instance = instances.get(Number(idInstance));
    if (instance === undefined) throw new Error(`Cannot find instance "${idInstance}": it was not added`);
    return instance;
  }

  function nextIdOf(typeInstance: TypeInstance): number {
    let id = firstIdOf[typeInstance];
    while (instances.has(id)) id++;
    return id;
  }

  async function close(): Promise<void> {
    const closed = once(server, "close");
    timers.cancelAll();
    for (const instance of instances.values()) instance.stop();
    server.close();
    server.closeAllConnections();
    agents.close();
    await closed;
  }

  return {
    url,
    port,
    attempts,
    addInstance(added = {}) {
      const { idInstance = nextIdOf(added.typeInstance ?? "whatsapp"), apiTokenInstance = randomBytes(25).toString("hex") } = added;
      if (instances.has(idInstance)) throw new Error(`Cannot add instance "${idInstance}": there is one already`);
      const onDropped = options.onDropped ?? (() => {});
      instances.set(
        idInstance,
        createInstance(idInstance, apiTokenInstance, added, { clock, timers, agents, times, onAttempt, onDropped }),
      );
      return { idInstance, apiTokenInstance, apiUrl: url };
    },
    notify: (idInstance, notification, how) => find(idInstance).notify(notification, how),
    play(idInstance, scenario) {
      const instance = find(idInstance);
      let at = 0;
      for (const { notification, afterMilliseconds = 0, ageMilliseconds = 0 } of scenario) {
        at += afterMilliseconds;
        if (at === 0) instance.notify(notification, { ageMilliseconds });
        else timers.after(at, () => instance.notify(notification, { ageMilliseconds }));
      }
    },
    waiting: (idInstance) => find(idInstance).queue.size,
    setState: (idInstance, stateInstance) => find(idInstance).setState(stateInstance),
    setLatency(idInstance, milliseconds) {
      find(idInstance).latencyMilliseconds = milliseconds;
    },
    failNext: (idInstance, method, status, count = 1) => plannedFailures.plan(find(idInstance).idInstance, method, status, count),
    loseNextSettings: (idInstance) => find(idInstance).settings.loseNextWrite(),
    close: () => (closing ??= close()),
  };
}
