import { startDeadline } from "#deadline";
import type { ParsedNotification } from "../notifications/parsed-notification.ts";
import { authenticate, expectedAuthorization } from "./authenticate.ts";
import { decodeJson } from "../receiving/decode-json.ts";
import type { Deliver } from "../receiving/deliver.ts";
import { deliverOf } from "../receiving/deliver-of.ts";
import { describeOutcome, type Answer, type DeliveryOutcome, type Seen } from "../receiving/delivery-outcome.ts";
import { parseNotification } from "../receiving/parse-notification.ts";
import type { Quarantine } from "../receiving/quarantine.ts";
import { readBody } from "./read-body.ts";
import { Refusal } from "../receiving/refusal.ts";
import { RunningDeliveries } from "../receiving/running-deliveries.ts";
import { checkSourceAddress, clientAddressOf, type SourceAddresses } from "./source-address.ts";
import type { WebhookHandler, WebhookRequest } from "./webhook-request.ts";
import { accepted, quarantined, refused, type WebhookResponse } from "./webhook-response.ts";

/** What {@link createWebhookHandler} takes. */
export interface WebhookHandlerOptions {
  /**
   * What `webhookUrlToken` holds, as typed there: bare, `Bearer X` or `Basic X`. Several may overlap while a change takes effect.
   * Required, unless `allowUnauthenticated` is set.
   */
  readonly token?: string | readonly string[] | undefined;
  /** Accepts whatever arrives, from anybody who knows the address. Instead of `token`. */
  readonly allowUnauthenticated?: boolean;
  /** Where notifications go: a dispatcher, or a function. Its promise is awaited before the sender gets its 200. */
  readonly deliver: Deliver | { readonly deliver: Deliver };
  /** Keeps authentic deliveries that can't be accepted. Without one they are refused, and the sender repeats them for 24 h, holding up all that follows. */
  readonly quarantine?: Quarantine | undefined;
  /** The largest body that is read, in bytes. Default: 8 MiB. */
  readonly maxBodyBytes?: number;
  /**
   * How long a request may take, from its arrival to its answer. Default: 150,000, since the sender waits 180 s. Set it below the limit of
   * a proxy in front, such as nginx's 60 s or API Gateway's 29 s.
   */
  readonly deadlineMilliseconds?: number;
  /** Which addresses deliveries may come from. Default: any. */
  readonly sourceAddresses?: SourceAddresses;
  /** Told of each request, once. What it returns, throws or rejects with is dropped. */
  readonly onOutcome?: (outcome: DeliveryOutcome) => unknown;
}

/**
 * Makes the function that answers GREEN-API's deliveries, for an adapter to put into a server. 200 always means that `deliver`, or the
 * quarantine, has it; every other answer makes the sender try again.
 *
 * @throws TypeError if an option is missing or makes no sense, a blank token above all.
 * @see https://green-api.com/en/docs/api/receiving/technology-webhook-endpoint/
 *
 * @example
 * const handler = createWebhookHandler({
 *   token: "secret",
 *   deliver: createDispatcher().onText((notification, text) => console.log(notification.senderData.chatId, text)),
 * });
 */
export function createWebhookHandler(options: WebhookHandlerOptions): WebhookHandler {
  const { sourceAddresses } = options;
  const quarantine = functionOrNothing("quarantine", options.quarantine);
  const onOutcome = functionOrNothing("onOutcome", options.onOutcome);
  if (sourceAddresses !== undefined) demandSourceAddresses(sourceAddresses);
  const expected = expectedAuthorizations(options);
  const deliver = deliverOf(
    options.deliver,
    () => new TypeError('Cannot create the webhook handler: "deliver" must be a function or a dispatcher'),
  );
  const maxBodyBytes = positive("maxBodyBytes", options.maxBodyBytes ?? 8 * 1024 * 1024);
  const deadlineMilliseconds = positive("deadlineMilliseconds", options.deadlineMilliseconds ?? 150_000);
  const deliveries = new RunningDeliveries();

  /** A notification's way, from request to answer. */
  async function receive(request: WebhookRequest, receivedAt: Date, seen: Seen): Promise<Answer> {
    try {
      // Asked first: once the connection is closed nobody knows it any more.
      if (sourceAddresses !== undefined || onOutcome !== undefined) seen.remoteAddress = request.remoteAddress;
      if (request.method !== "POST") throw new Refusal("METHOD", { leavesBodyUnread: true });
      if (sourceAddresses !== undefined) {
        const client = clientAddressOf(seen.remoteAddress, request.forwardedFor, sourceAddresses);
        seen.remoteAddress = client ?? seen.remoteAddress;
        seen.sourceAllowed = checkSourceAddress(client, sourceAddresses);
      }
      if (expected !== undefined) seen.tokenIndex = authenticate(request.authorization, expected);
      const body = await readBody(request, maxBodyBytes, quarantine !== undefined);
      // Answered 503 meanwhile: it will come again.
      if (seen.late) throw new Refusal("DEADLINE");
      const { value, rawText } = decodeJson(body);
      const parsed = parseNotification(value);
      seen.parsed = parsed;
      if (parsed.kind === "malformed") throw malformedRefusal(parsed, "bytes" in body ? body : { value });
      seen.run = deliveries.deliver(deliver, parsed, receivedAt, rawText);
      const result = await seen.run.result;
      // Whatever else a deliver returns (a queue's receipt, with the notification in it) is none of the observer's business.
      const said = result === "ignored" || result === "duplicate";
      return { outcome: said ? result : parsed.kind === "unknown" ? "unknown" : "handled", response: accepted };
    } catch (error) {
      const refusal = error instanceof Refusal ? error : new Refusal("INTERNAL", { cause: error });
      return refusal.rejected !== undefined && quarantine !== undefined && !seen.late
        ? await keep(refusal, refusal.rejected, quarantine, receivedAt, request)
        : refuse(refusal, request);
    }
  }

  return (request) =>
    new Promise<WebhookResponse>((resolve) => {
      const receivedAt = new Date();
      const startedAt = onOutcome === undefined ? 0 : performance.now();
      const seen: Seen = {
        tokenIndex: undefined,
        sourceAllowed: undefined,
        remoteAddress: undefined,
        parsed: undefined,
        run: undefined,
        late: false,
      };
      let answered = false;
      const settle = (answer: Answer): void => {
        if (answered) return;
        answered = true;
        deadline.clear();
        if (onOutcome !== undefined) report(onOutcome, () => describeOutcome(answer, seen, receivedAt, performance.now() - startedAt));
        resolve(answer.response);
      };
      const deadline = startDeadline(deadlineMilliseconds, () => {
        seen.late = true;
        settle(refuse(new Refusal("DEADLINE", { leavesBodyUnread: seen.parsed === undefined }), request));
        seen.run?.abort();
      });
      receive(request, receivedAt, seen)
        .then(settle)
        // Never reached as far as we know; if it is, the request is answered all the same.
        .catch((error: unknown) => settle(refuse(new Refusal("INTERNAL", { cause: error }), request)));
    });
}

/** The one road of everything authentic that can't be accepted: to the quarantine, and 200 once it has it. */
async function keep(
  refusal: Refusal,
  rejected: NonNullable<Refusal["rejected"]>,
  quarantine: Quarantine,
  receivedAt: Date,
  request: WebhookRequest,
): Promise<Answer> {
  try {
    const issues = refusal.issues === undefined ? undefined : { issues: refusal.issues };
    await quarantine({ code: refusal.code, ...rejected, ...issues, receivedAt });
    return { outcome: "quarantined", response: quarantined(refusal), refusal };
  } catch (error) {
    return refuse(new Refusal("QUARANTINE_FAILED", { cause: error }), request);
  }
}

function refuse(refusal: Refusal, request: WebhookRequest): Answer {
  const failed = refusal.code === "HANDLER_FAILED" || refusal.code === "QUARANTINE_FAILED" || refusal.code === "INTERNAL";
  const outcome = refusal.code === "DEADLINE" ? "late" : failed ? "failed" : "refused";
  return { outcome, response: refused(refusal, request.method), refusal };
}

function malformedRefusal(parsed: ParsedNotification & { kind: "malformed" }, rejected: NonNullable<Refusal["rejected"]>): Refusal {
  const { issues } = parsed;
  const [first] = issues;
  const why = first === undefined ? "" : `: ${first.path === "" ? "the whole" : `field "${first.path}"`} ${first.message}`;
  return new Refusal("SCHEMA", { message: `Cannot parse notification${why}`, issues, rejected });
}

function report(onOutcome: (outcome: DeliveryOutcome) => unknown, describe: () => DeliveryOutcome): void {
  try {
    // An observer whose promise rejects must not end the process either, whichever realm or library the promise is from.
    Promise.resolve(onOutcome(describe())).then(undefined, () => undefined);
  } catch {
    // Observers have no say in the answer; nor has a notification that a handler of the user's has changed meanwhile.
  }
}

function expectedAuthorizations(options: WebhookHandlerOptions): ReturnType<typeof expectedAuthorization>[] | undefined {
  const { token, allowUnauthenticated = false } = options;
  if (!allowUnauthenticated) {
    const tokens = typeof token === "object" && token.length > 0 ? token : [token];
    return tokens.map((each) => expectedAuthorization(typeof each === "string" ? each : undefined));
  }
  if (token === undefined) return undefined;
  throw new TypeError('Cannot create the webhook handler: "token" and allowUnauthenticated: true exclude each other');
}

/** Types don't hold JavaScript back: what fails with the first delivery, or silently never, had better fail at the start. */
function functionOrNothing<Option>(name: string, option: Option): Option {
  if (option === undefined || typeof option === "function") return option;
  throw new TypeError(`Cannot create the webhook handler: "${name}" must be a function`);
}

/** A misspelt mode would let everybody in. */
function demandSourceAddresses({ isAllowed, isTrustedProxy, mode }: SourceAddresses): void {
  if (typeof isAllowed !== "function")
    throw new TypeError('Cannot create the webhook handler: "sourceAddresses.isAllowed" must be a function');
  functionOrNothing("sourceAddresses.isTrustedProxy", isTrustedProxy);
  if (mode === "enforce" || mode === "report") return;
  throw new TypeError('Cannot create the webhook handler: "sourceAddresses.mode" must be "enforce" or "report"');
}

function positive(name: string, value: number): number {
  // Timers hold 31 bits.
  if (value > 0 && value <= 2 ** 31 - 1) return value;
  throw new TypeError(`Cannot create the webhook handler: "${name}" must be a number above 0 and below 2^31`);
}
