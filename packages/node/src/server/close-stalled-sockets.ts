import type { Socket } from "node:net";

/**
 * Closes the sockets that have had a response waiting to be read for `milliseconds`, however much of it was read meanwhile: a client that
 * reads slowly costs memory and a connection. 0 is no limit, as in Node's own options. Checks every `intervalMilliseconds`. Returns a
 * function that stops the checks.
 */
export function closeStalledSockets(sockets: ReadonlySet<Socket>, milliseconds: number, intervalMilliseconds: number): () => void {
  if (milliseconds === 0) return () => undefined;
  const waitingSince = new Map<Socket, number>();
  const check = (): void => {
    const now = performance.now();
    for (const socket of waitingSince.keys()) if (!sockets.has(socket) || socket.writableLength === 0) waitingSince.delete(socket);
    for (const socket of sockets) {
      if (socket.writableLength === 0) continue;
      const since = waitingSince.get(socket);
      if (since === undefined) waitingSince.set(socket, now);
      else if (now - since >= milliseconds) socket.destroy();
    }
  };
  const timer = setInterval(check, intervalMilliseconds).unref();
  return () => clearInterval(timer);
}
