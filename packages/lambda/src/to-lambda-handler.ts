import { assertWebhookHandler, type WebhookBody, type WebhookHandler } from "@greenhook/core";

/** The members that are used of an HTTP event: API Gateway's in both formats, a function URL's, a load balancer's. */
export interface LambdaEvent {
  /** Format 1.0. */
  readonly httpMethod?: string;
  /** Both formats: one value per header, names in any case. Absent where a load balancer sends `multiValueHeaders`. */
  readonly headers?: Readonly<Record<string, string | undefined>> | null | undefined;
  /** Format 1.0: every header line. */
  readonly multiValueHeaders?: Readonly<Record<string, readonly string[] | undefined>> | null | undefined;
  /** The body as text, or in base64. Absent or `null` where there is none. */
  readonly body?: string | null;
  /** Whether the body is in base64. Absent counts as `false`. */
  readonly isBase64Encoded?: boolean;
  /** The caller's address; in format 2.0 the method too. */
  readonly requestContext?: {
    /** Format 1.0. */
    readonly identity?: { readonly sourceIp?: string | null };
    /** Format 2.0. */
    readonly http?: { readonly method?: string; readonly sourceIp?: string };
    /** A load balancer's. */
    readonly elb?: object;
  };
}

/** An HTTP response, in a form that all of them take. */
export interface LambdaResult {
  statusCode: number;
  /** One value per header; names in lower case. */
  headers: Record<string, string>;
  /** The same, one list per header. Present where the event has this form. */
  multiValueHeaders?: Record<string, string[]>;
  /** JSON in ASCII, or empty. */
  body: string;
  /** Always `false`. */
  isBase64Encoded: boolean;
}

/**
 * Makes an AWS Lambda handler of a webhook handler: for API Gateway (REST and HTTP APIs), function URLs and load balancers, base64 bodies
 * included. The promise never rejects.
 *
 * Set `deadlineMilliseconds` below the limits in front: API Gateway gives up after 29 s, and a function after its own timeout.
 *
 * @example
 * export const handler = toLambdaHandler(createWebhookHandler({ token: process.env.WEBHOOK_TOKEN, deliver }));
 */
export function toLambdaHandler(handler: WebhookHandler): (event: LambdaEvent) => Promise<LambdaResult> {
  assertWebhookHandler("make the Lambda handler", handler);
  return async (given) => {
    // A direct invocation may have no event.
    const event = (given as LambdaEvent | null | undefined) ?? {};
    const { http, identity } = event.requestContext ?? {};
    const { status, headers, body } = await handler({
      method: event.httpMethod ?? http?.method ?? "",
      authorization: linesOf(event, "authorization"),
      contentEncoding: joined(linesOf(event, "content-encoding")),
      forwardedFor: joined(linesOf(event, "x-forwarded-for")),
      remoteAddress: identity?.sourceIp ?? http?.sourceIp,
      body: bodyOf(event),
    });
    return {
      statusCode: status,
      headers: { ...headers },
      // A load balancer that sends the one form takes no other.
      ...(event.multiValueHeaders == null ? undefined : { multiValueHeaders: multiValued(headers) }),
      body,
      isBase64Encoded: false,
    };
  };
}

/** The lines of a header, whose name may be in any case, and in several: each spelling is a line. */
function linesOf({ headers, multiValueHeaders }: LambdaEvent, wanted: string): readonly string[] {
  const lines: string[] = [];
  for (const name in multiValueHeaders) if (name.toLowerCase() === wanted) lines.push(...(multiValueHeaders[name] ?? []));
  if (lines.length > 0) return lines;
  for (const name in headers) if (name.toLowerCase() === wanted && headers[name] !== undefined) lines.push(headers[name]);
  return lines;
}

function multiValued(headers: Readonly<Record<string, string>>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]));
}

function joined(lines: readonly string[]): string | undefined {
  return lines.length === 0 ? undefined : lines.join(",");
}

function bodyOf({ body, isBase64Encoded }: LambdaEvent): WebhookBody {
  const given: unknown = body ?? "";
  // A mapping template, or a direct invocation, may hand over a parsed value.
  if (typeof given !== "string") return { kind: "read", value: given };
  return { kind: "unread", chunks: oneChunk(Buffer.from(given, isBase64Encoded === true ? "base64" : "utf8")) };
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
