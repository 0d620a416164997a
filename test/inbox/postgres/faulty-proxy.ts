import { connect, createServer, type Socket } from "node:net";

/** A TCP proxy before a server, which can fail as networks do. */
export interface FaultyProxy {
  readonly port: number;
  /** `swallow` takes what comes and passes nothing on, in either direction; `refuse` ends all connections, and new ones at once. */
  mode: "pass" | "swallow" | "refuse";
  /** Ends a connection whose client sends this text, so many times: before it is passed on, or once it was, before the server's response. */
  cut: { readonly text: string; readonly when: "before" | "after"; times: number } | undefined;
  close(): Promise<void>;
}

export async function startFaultyProxy(target: number): Promise<FaultyProxy> {
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => undefined);
    return socket;
  };
  let mode: FaultyProxy["mode"] = "pass";
  const server = createServer((client) => {
    keep(client);
    if (mode === "refuse") {
      client.destroy();
      return;
    }
    const upstream = keep(connect(target, "127.0.0.1"));
    let isMute = false;
    client.on("data", (data) => {
      if (mode === "swallow") return;
      const { cut } = proxy;
      if (cut !== undefined && cut.times > 0 && data.includes(cut.text)) {
        cut.times -= 1;
        isMute = true;
        if (cut.when === "before") {
          client.destroy();
          upstream.destroy();
          return;
        }
        // The server gets to commit: its response ends both.
        upstream.once("data", () => {
          client.destroy();
          upstream.destroy();
        });
      }
      upstream.write(data);
    });
    upstream.on("data", (data) => {
      if (mode !== "swallow" && !isMute) client.write(data);
    });
    client.on("close", () => upstream.destroy());
    upstream.on("close", () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port");
  const end = (): void => sockets.forEach((socket) => socket.destroy());
  const proxy: FaultyProxy = {
    port: address.port,
    get mode() {
      return mode;
    },
    set mode(value) {
      mode = value;
      if (value === "refuse") end();
    },
    cut: undefined,
    async close() {
      end();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return proxy;
}
