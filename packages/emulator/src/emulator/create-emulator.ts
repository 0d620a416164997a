import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import type { Attempt } from "../delivery/attempt.ts";
import { handleCall } from "../api/handle-call.ts";
import { handlePartnerCall } from "../api/handle-partner-call.ts";
import { createPlannedFailures } from "../api/planned-failures.ts";
import { createRateLimiter } from "../api/rate-limiter.ts";
import { drain } from "../api/request-body.ts";
import { sendResponse } from "../api/send-response.ts";
import { createAgents } from "../delivery/agents.ts";
import { createTimers } from "../clock/timers.ts";
import { defaultTimes } from "../clock/emulator-times.ts";
import type { Emulator, InstanceAccess } from "./emulator.ts";
import type { EmulatorOptions } from "./emulator-options.ts";
import { createFileStore } from "../files/file-store.ts";
import { serveFile } from "../files/serve-file.ts";
import { createInstance, type Instance } from "../instance/instance.ts";
import type { InstanceOptions } from "../instance/instance-options.ts";
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
  const { clock = realClock, host = "127.0.0.1", keepAttempts = 10_000, bodyIdleMilliseconds = 60_000 } = options;
  const times = { ...defaultTimes, ...options.times };
  const timers = createTimers(clock);
  const agents = createAgents();
  const instances = new Map<number, Instance>();
  const attempts: Attempt[] = [];
  const plannedFailures = createPlannedFailures();
  const rateLimiter = options.rateLimits === false ? undefined : createRateLimiter(() => clock.now());
  let closing: Promise<void> | undefined;

  const partnerToken = options.partnerToken ?? `gac.${randomBytes(16).toString("hex")}`;
  const files = createFileStore({ baseUrl: () => url, clock, maxFileBytes: options.maxFileBytes ?? 100 * 1_048_576 });
  const names = new Map<number, string>();
  const limits = { rateLimiter, files, bodyIdleMilliseconds };
  const context = { instances, names, clock, timers, times, plannedFailures, partnerToken, addInstance, ...limits };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (await serveFile(request, response, files)) return;
    sendResponse(response, (await handlePartnerCall(request, context)) ?? (await handleCall(request, context)));
    await drain(request, 2 * files.maxFileBytes, bodyIdleMilliseconds);
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  // A file of 100 MB over 1 Mbit/s takes 14 minutes.
  server.requestTimeout = 60 * 60_000;
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

  function addInstance(added: InstanceOptions = {}): InstanceAccess {
    const { idInstance = nextIdOf(added.typeInstance ?? "whatsapp"), apiTokenInstance = randomBytes(25).toString("hex") } = added;
    if (instances.has(idInstance)) throw new Error(`Cannot add instance "${idInstance}": there is one already`);
    const onDropped = options.onDropped ?? (() => {});
    instances.set(idInstance, createInstance(idInstance, apiTokenInstance, added, { clock, timers, agents, times, onAttempt, onDropped }));
    return { idInstance, apiTokenInstance, apiUrl: url };
  }

  async function close(): Promise<void> {
    const closed = once(server, "close");
    timers.cancelAll();
    for (const instance of instances.values()) instance.stop();
    server.close();
    server.closeAllConnections();
    agents.close();
    await closed;
    await files.close();
  }

  return {
    url,
    port,
    attempts,
    partnerToken,
    addInstance,
    async addFile({ bytes, fileName = "", mimeType = "application/octet-stream" }) {
      const { url: address } = await files.add(Readable.from([bytes]), { fileName, mimeType });
      return address;
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
