import { createWebhookHandler, type WebhookHandler } from "@greenhook/core";
import { contractCases, createContractHandler, runContract } from "@greenhook/core/contract";
import { toNodeListener } from "@greenhook/node";
import { expect, test } from "vitest";
import { serveListener } from "./set-up.ts";

const good = createContractHandler({ quarantine: false });

/** Adapters and handlers with one fault each, and a case that must find it. */
const faults: readonly { fault: string; handler: WebhookHandler; found: string }[] = [
  { fault: "responds 204", handler: async (request) => ({ ...(await good(request)), status: 204, body: "" }), found: "1" },
  { fault: "sees one Authorization line only in part", handler: (request) => good({ ...request, authorization: [] }), found: "1" },
  {
    fault: "lets anybody in",
    handler: createWebhookHandler({ allowUnauthenticated: true, deliver: () => undefined }),
    found: "4",
  },
  { fault: "forgets the headers of a response", handler: async (request) => ({ ...(await good(request)), headers: {} }), found: "4" },
  { fault: "takes any method for POST", handler: (request) => good({ ...request, method: "POST" }), found: "19.2" },
  { fault: "forgets Content-Encoding", handler: (request) => good({ ...request, contentEncoding: undefined }), found: "26.7" },
  {
    fault: "has no limit",
    handler: createWebhookHandler({ token: "contract-token", deliver: () => undefined }),
    found: "28",
  },
  {
    fault: "shows what the handler threw",
    handler: async (request) => {
      const response = await good(request);
      return response.status === 500 ? { ...response, body: '{"code":"HANDLER_FAILED","message":"","stack":""}' } : response;
    },
    found: "80.1",
  },
  { fault: "says it is something else", handler: async (request) => ({ ...(await good(request)), body: "<html>" }), found: "1" },
];

test.each(faults)("runContract() finds an adapter that $fault", async ({ handler, found }) => {
  const { url, close } = await serveListener(toNodeListener(handler));
  const cases = contractCases.filter(({ id }) => id === found);
  const results = await runContract(url, { quarantine: false, cases });
  await close();
  expect(results).toHaveLength(1);
  expect(results[0]).toMatchObject({ id: found, passed: false });
  expect(results[0]?.actual).not.toBe(results[0]?.expected);
});

test("runContract() finds a server that makes a handler for each request, where nothing can be joined", async () => {
  const running = new Set<unknown>();
  const fresh: WebhookHandler = (request) =>
    createWebhookHandler({
      token: "contract-token",
      deliver: async ({ value }) => {
        const { idMessage } = value as { idMessage: string };
        if (running.has(idMessage)) throw new Error("twice at once");
        running.add(idMessage);
        await new Promise((resolve) => setTimeout(resolve, 100));
        running.delete(idMessage);
      },
    })(request);
  const { url, close } = await serveListener(toNodeListener(fresh));
  const results = await runContract(url, { quarantine: false, cases: contractCases.filter(({ id }) => id === "82") });
  await close();
  expect(results[0]).toMatchObject({ passed: false, actual: "500 HANDLER_FAILED" });
});

test("runContract() says so where nothing responds", async () => {
  const { url, close } = await serveListener(() => undefined);
  await close();
  const results = await runContract(url, { quarantine: true, cases: contractCases.slice(0, 3) });
  expect(results.map(({ passed, actual }) => ({ passed, actual }))).toEqual(
    Array.from({ length: 3 }, () => ({ passed: false, actual: "no response" })),
  );
});

test("contractCases have an id and a title of their own each", () => {
  expect(new Set(contractCases.map(({ id }) => id)).size).toBe(contractCases.length);
  expect(contractCases.every(({ title }) => /^[ -~]+$/.test(title))).toBe(true);
});
