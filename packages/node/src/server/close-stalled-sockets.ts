import type { Socket } from "node:net";

/**
 * Closes the sockets whose other end takes in nothing of its answers for `milliseconds`: such a client costs it its memory and its place.
 * 0 milliseconds, as in Node's own limits, is none. Looks every `intervalMilliseconds`. Returns what ends it.
 */
export function closeStalledSockets(sockets: ReadonlySet<Socket>, milliseconds: number, intervalMilliseconds: number): () => void {
  if (milliseconds === 0) return () => undefined;
  const stuck = new Map<Socket, { readonly taken: number; readonly since: number }>();
  const look = (): void => {
    const now = performance.now();
    for (const socket of stuck.keys()) if (!sockets.has(socket)) stuck.delete(socket);
    for (const socket of sockets) {
      const taken = socket.bytesWritten - socket.writableLength;
      const before = stuck.get(socket);
      if (socket.writableLength === 0) stuck.delete(socket);
      else if (before?.taken !== taken) stuck.set(socket, { taken, since: now });
      else if (now - before.since >= milliseconds) socket.destroy();
    }
  };
  const timer = setInterval(look, intervalMilliseconds).unref();
  return () => clearInterval(timer);
}
