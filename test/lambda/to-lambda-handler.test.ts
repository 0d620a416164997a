import { createWebhookHandler, type WebhookRequest } from "@greenhook/core";
import { toLambdaHandler, type LambdaEvent } from "@greenhook/lambda";
import { expect, test } from "vitest";

const body = '{"typeWebhook":"somethingNew","note":"é"}';
const base64 = Buffer.from(body).toString("base64");

/** The response, and the request that the webhook handler saw. */
async function invoke(
  event: LambdaEvent,
): Promise<{ statusCode: number; code: unknown; seen: WebhookRequest | undefined; value: unknown }> {
  let seen: WebhookRequest | undefined;
  let value: unknown;
  const handler = createWebhookHandler({ token: "secret", deliver: (parsed) => void ({ value } = parsed) });
  const result = await toLambdaHandler((request) => handler((seen = request)))(event);
  expect(result).toMatchObject({ isBase64Encoded: false, headers: { "content-type": "application/json" } });
  return { statusCode: result.statusCode, code: (JSON.parse(result.body) as { code?: unknown }).code, seen, value };
}

// The formats are from AWS's pages on Lambda proxy integrations and function URLs.
test("toLambdaHandler() takes format 1.0, with every line of a header", async () => {
  const event = {
    version: "1.0",
    resource: "/webhook",
    path: "/webhook",
    httpMethod: "POST",
    headers: { Authorization: "Bearer secret", "X-Forwarded-For": "203.0.113.9" },
    multiValueHeaders: { Authorization: ["Bearer secret"], "X-Forwarded-For": ["203.0.113.8", "203.0.113.9"] },
    requestContext: { identity: { sourceIp: "203.0.113.9" } },
    body,
    isBase64Encoded: false,
  };
  const good = await invoke(event);
  expect(good).toMatchObject({ statusCode: 200, value: JSON.parse(body) });
  expect(good.seen).toMatchObject({ forwardedFor: "203.0.113.8,203.0.113.9", remoteAddress: "203.0.113.9" });
  const two = { ...event, multiValueHeaders: { authorization: ["Bearer secret", "Bearer other"] } };
  expect(await invoke(two)).toMatchObject({ statusCode: 401, code: "AUTH_AMBIGUOUS" });
});

test("toLambdaHandler() takes format 2.0 and base64", async () => {
  const event = {
    version: "2.0",
    routeKey: "$default",
    rawPath: "/",
    headers: { authorization: "Bearer secret", "content-encoding": "identity" },
    requestContext: { http: { method: "POST", sourceIp: "203.0.113.9" } },
    body: base64,
    isBase64Encoded: true,
  };
  expect(await invoke(event)).toMatchObject({ statusCode: 200, value: JSON.parse(body), seen: { remoteAddress: "203.0.113.9" } });
  expect(await invoke({ ...event, headers: { authorization: "Bearer secret", "content-encoding": "gzip" } })).toMatchObject({
    statusCode: 415,
  });
  expect(await invoke({ ...event, headers: { authorization: "Bearer secret,Bearer other" } })).toMatchObject({ code: "AUTH_AMBIGUOUS" });
});

test("toLambdaHandler() responds to events without a body, without headers, and of no format it knows", async () => {
  const requestContext = { http: { method: "POST" } };
  expect(await invoke({ requestContext, headers: { authorization: "Bearer secret" } })).toMatchObject({ code: "BODY_EMPTY" });
  expect(await invoke({ requestContext, headers: null, multiValueHeaders: null, body: null })).toMatchObject({ code: "AUTH_MISSING" });
  expect(await invoke({})).toMatchObject({ statusCode: 405, code: "METHOD" });
});

test.each([
  [JSON.parse(body), 200, undefined],
  [[1], 400, "SHAPE"],
  [5, 400, "SHAPE"],
])("toLambdaHandler() takes a body that was parsed on its way: %j", async (parsed, statusCode, code) => {
  for (const isBase64Encoded of [true, false]) {
    const event = { httpMethod: "POST", headers: { authorization: "Bearer secret" }, body: parsed as never, isBase64Encoded };
    expect(await invoke(event)).toMatchObject({ statusCode, code });
  }
});

test("toLambdaHandler() takes two spellings of a header for two lines", async () => {
  const event = { httpMethod: "POST", headers: { Authorization: "Bearer secret", authorization: "Bearer other" }, body };
  expect(await invoke(event)).toMatchObject({ statusCode: 401, code: "AUTH_AMBIGUOUS" });
});

test("toLambdaHandler() responds in the form of a load balancer's event", async () => {
  const requestContext = { elb: { targetGroupArn: "arn:aws:elasticloadbalancing:eu-central-1:1:targetgroup/a/b" } };
  const handler = toLambdaHandler(createWebhookHandler({ token: "secret", deliver: () => undefined }));
  const multiValueHeaders = { authorization: ["Bearer secret"] };
  expect(await handler({ requestContext, httpMethod: "POST", multiValueHeaders, body })).toMatchObject({
    statusCode: 200,
    multiValueHeaders: { "content-type": ["application/json"] },
  });
  expect(await handler({ requestContext, httpMethod: "POST", headers: { authorization: "Bearer secret" }, body })).not.toHaveProperty(
    "multiValueHeaders",
  );
});

test.each([undefined, null])("toLambdaHandler() responds to the event %s", async (event) => {
  expect(await invoke(event as unknown as LambdaEvent)).toMatchObject({ statusCode: 405, code: "METHOD" });
});
