import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { createWebhookHandler } from "@greenhook/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Serving } from "./set-up.ts";
import { oneSetUpOfEach } from "./set-ups.ts";

const body = '{"typeWebhook":"somethingNew"}';
const head = (lines: readonly string[], path = "/"): string => [`POST ${path} HTTP/1.1`, ...lines, "", ""].join("\r\n");
const good = ["Host: localhost", "Authorization: Bearer secret", `Content-Length: ${body.length}`];

// What fetch can't send, on each adapter; the cases of sockets and life cycle are startWebhookServer's.
describe.each(oneSetUpOfEach)("requests that fetch can't send: $name", ({ name, serve }) => {
  let serving: Serving;
  let deliveries = 0;
  beforeAll(async () => {
    const deliver = async ({ value }: { value: unknown }): Promise<void> => {
      deliveries++;
      if ((value as { idMessage?: unknown }).idMessage === "SLOW") await new Promise((resolve) => setTimeout(resolve, 50));
    };
    serving = await serve(createWebhookHandler({ token: "secret", deliver }));
  });
  afterAll(() => serving.close());

  async function opened(): Promise<Socket> {
    const socket = connect(serving.port, "127.0.0.1");
    socket.on("error", () => undefined);
    await once(socket, "connect");
    return socket;
  }

  /** The first response, as text. */
  async function responseTo(request: string): Promise<string> {
    const socket = await opened();
    socket.write(request);
    let response = "";
    socket.setEncoding("latin1");
    for await (const chunk of socket) {
      response += chunk as string;
      if (/\r\n\r\n.*\}/s.test(response)) break;
    }
    socket.destroy();
    return response;
  }

  test("8: two Authorization lines are refused, whichever is right", async () => {
    for (const other of ["Bearer other", "Bearer secret"]) {
      const response = await responseTo(head([...good, `Authorization: ${other}`]) + body);
      expect(response).toMatch(/^HTTP\/1\.1 401 [^]*"code":"AUTH_AMBIGUOUS"/);
    }
  });

  test("22: a query makes no difference", async () => {
    expect(await responseTo(head(good, "/?a=1") + body)).toMatch(/^HTTP\/1\.1 200 /);
  });

  test("23: header values may be any bytes, as long as the parser takes them", async () => {
    const response = await responseTo(head([...good, "Content-Type: \u00ff/\u0080", "X-Forwarded-For: \u00e9,,"]) + body);
    expect(response).toMatch(/^HTTP\/1\.1 200 /);
  });

  test("37: two Host lines make no difference", async () => {
    const response = await responseTo(head([...good, "Host: other"]) + body);
    // Fetch's requests have a URL, which that server won't make of two hosts.
    expect(response).toMatch(name.startsWith("Fetch") ? /^HTTP\/1\.1 (200|400) / : /^HTTP\/1\.1 200 /);
  });

  test("76 and 77: a body that ends or breaks too early runs no handler, and later requests are served", async () => {
    const before = deliveries;
    for (const leave of [(socket: Socket) => socket.end(), (socket: Socket) => socket.resetAndDestroy()]) {
      const socket = await opened();
      socket.write(head(good) + body.slice(0, 10));
      await new Promise((resolve) => setTimeout(resolve, 30));
      leave(socket);
      socket.resume();
      if (!socket.closed) await once(socket, "close");
    }
    expect(deliveries).toBe(before);
    expect(await responseTo(head(good) + body)).toMatch(/^HTTP\/1\.1 200 /);
    expect(deliveries).toBe(before + 1);
  });

  test("77 and 81: a client that leaves before the response gets one delivery, and nothing is left unhandled", async () => {
    const before = deliveries;
    const slow = body.replace("}", ',"idMessage":"SLOW"}');
    const socket = await opened();
    socket.write(head([...good.slice(0, 2), `Content-Length: ${slow.length}`]) + slow);
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.resetAndDestroy();
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(deliveries).toBe(before + 1);
    expect(await responseTo(head(good) + body)).toMatch(/^HTTP\/1\.1 200 /);
  });
});
