import { fork } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import { statusSample } from "../../support/notifications.ts";

/** By how many megabytes the memory of a server grows while it takes in a body in HTTP chunks of one byte each. */
export async function megabytesForSingleBytes(length: number): Promise<number> {
  const child = fork(join(import.meta.dirname, "memory-child.mjs"));
  onTestFinished(() => void child.kill());
  const [{ port, megabytes: before }] = (await once(child, "message")) as [{ port: number; megabytes: number }];
  const body = statusSample().padEnd(length);
  const socket = connect(port, "127.0.0.1");
  socket.write("POST /green-api/webhook/ HTTP/1.1\r\nhost: x\r\nauthorization: Bearer secret\r\ntransfer-encoding: chunked\r\n\r\n");
  for (let index = 0; index < length; index += 8192) {
    const chunks = Array.from(body.slice(index, index + 8192), (byte) => `1\r\n${byte}\r\n`).join("");
    if (!socket.write(chunks)) await once(socket, "drain");
  }
  socket.write("0\r\n\r\n");
  const [response] = (await once(socket, "data")) as [Buffer];
  expect(String(response)).toMatch(/^HTTP\/1\.1 200 /);
  socket.destroy();
  child.send("measure");
  const [{ megabytes: after }] = (await once(child, "message")) as [{ megabytes: number }];
  return after - before;
}
