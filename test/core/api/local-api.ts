import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createApiClient, type ApiClient, type ApiClientOptions } from "@greenhook/core/api";
import { onTestFinished } from "vitest";

/** What a call looked like to the server. */
export interface SeenCall {
  readonly verb: string;
  readonly path: string;
  readonly contentType: string | undefined;
  readonly body: Buffer;
}

/** A token and numbers that must never show anywhere. */
export const canary = { token: "c0ffee0ddba11cafe0ffc0ffee0ddba11cafe0ff", phone: "79990001122", webhookToken: "s3cret-webhook-token" };

export const idInstance = 1101000001;

/** A real server on a free port, closed when the test ends. */
export async function startLocalApi(respond: (call: SeenCall, response: ServerResponse, request: IncomingMessage) => void) {
  const calls: SeenCall[] = [];
  const headersOfCalls: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method: verb = "", url: path = "", headers } = request;
      const call = { verb, path, contentType: headers["content-type"], body: Buffer.concat(chunks) };
      calls.push(call);
      headersOfCalls.push(headers);
      respond(call, response, request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  onTestFinished(close);
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, calls, headers: headersOfCalls, server, close };
}

/** A client with waits that suit a test. */
export function clientOf(url: string, options: Partial<ApiClientOptions> = {}): ApiClient {
  return createApiClient({
    apiUrl: url,
    idInstance,
    apiTokenInstance: canary.token,
    maxBackoffMilliseconds: 5,
    responseTimeoutMilliseconds: 10_000,
    bodyTimeoutMilliseconds: 10_000,
    callsPerSecond: fast,
    ...options,
  });
}

/** No method waits for its rate. */
export const fast: Readonly<Record<string, number>> = new Proxy({}, { get: () => 10_000 });

/** What a promise rejects with. */
export async function rejectionOf(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise;
  } catch (error) {
    return error as Error;
  }
  throw new Error("it did not reject");
}
