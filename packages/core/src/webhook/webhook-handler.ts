import type { Deliver } from "../receiving/deliver.ts";
import { deliverOf } from "../receiving/deliver.ts";
import type { OutcomeDetails } from "../receiving/delivery-outcome.ts";
import { checkOptionNames } from "../runtime/check-option-names.ts";
import { optionalFunction, positiveNumber } from "../receiving/options.ts";
import type { Quarantine } from "../receiving/quarantine.ts";
import { refusedReceipt, type Receipt } from "../receiving/receipt.ts";
import { createReceiver, type Receiver, type WaitingReceiver } from "../receiving/receiver.ts";
import { Refusal } from "../receiving/refusal.ts";
import { arrivalWatcher, type ReportingOptions, type ArrivalReporter } from "../receiving/report-outcome.ts";
import { Waiter } from "../receiving/waiter.ts";
import { authenticate, expectedAuthorizations, type ExpectedAuthorization } from "./authenticate.ts";
import { readBody } from "./read-body.ts";
import { checkSourceAddress, clientAddressOf, type SourceAddresses } from "./source-address.ts";
import { TokenSource, type TokenFunction } from "./token-source.ts";
import type { WebhookHandler, WebhookRequest } from "./webhook-request.ts";
import { responseTo, type WebhookResponse } from "./webhook-response.ts";

/** Options of {@link createWebhookHandler} that concern HTTP. */
export interface WebhookHttpOptions extends ReportingOptions {
  /**
   * The value of `webhookUrlToken`, as typed there: bare, `Bearer X` or `Basic X`. Several may overlap while a change takes effect.
   * Required, unless `allowUnauthenticated` is set.
   *
   * A function is called at the first delivery and then once a minute, and when an unknown token arrives, at most once in 5 s: so a build needs no
   * secret, and a rotation no restart. While it fails, its last result serves for ten more minutes; without one the response is 503
   * `TOKEN_UNAVAILABLE`. A call that takes over 10 s counts as failed.
   *
   * @example "Bearer 6f1c…"
   */
  readonly token?: string | readonly string[] | TokenFunction | undefined;
  /**
   * Accepts everything that arrives, from anybody who knows the address. Instead of `token`.
   *
   * @default false
   */
  readonly allowUnauthenticated?: boolean;
  /**
   * The largest body that is read, in bytes.
   *
   * @default 8_388_608, 8 MiB
   */
  readonly maxBodyBytes?: number;
  /**
   * How long a request may take, from its arrival to its response; then the response is 503 and the handlers' signal is aborted. The sender waits
   * 180 s. Set it below the limit of a proxy in front, such as nginx's 60 s or API Gateway's 29 s.
   *
   * @default 150_000
   */
  readonly deadlineMilliseconds?: number;
  /**
   * Which addresses deliveries may come from.
   *
   * @default any
   */
  readonly sourceAddresses?: SourceAddresses;
}

/** Options of {@link createWebhookHandler}. */
export interface WebhookHandlerOptions extends WebhookHttpOptions {
  /** Where notifications go: a dispatcher, or a function. Its promise is awaited before the sender gets its 200. */
  readonly deliver: Deliver | { readonly deliver: Deliver };
  /**
   * Keeps authentic deliveries that can't be delivered. Without one, a body that is no notification is refused, and the sender sends it again for
   * 24 h, holding up everything behind it; and a notification of a known kind that differs too much, and that nobody takes, is gone.
   */
  readonly quarantine?: Quarantine | undefined;
  /**
   * How long a run that nobody waits for any more still takes redeliveries of its notification, in milliseconds.
   *
   * @default 300_000
   */
  readonly joinMilliseconds?: number | undefined;
  readonly receiver?: never;
}

/** Options of {@link createWebhookHandler} with a receiver that other sources share. */
export interface WebhookReceiverOptions extends WebhookHttpOptions {
  /** Made by `createReceiver`: it has the `deliver` and the `quarantine`. */
  readonly receiver: Receiver;
  readonly deliver?: never;
  readonly quarantine?: never;
  readonly joinMilliseconds?: never;
}

/**
 * Makes the function that answers GREEN-API's deliveries, for an adapter to put into a server. 200 always means that `deliver` resolved or that the
 * quarantine has it; every other status makes the sender try again.
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
export function createWebhookHandler(options: WebhookHandlerOptions | WebhookReceiverOptions): WebhookHandler {
  checkOptionNames(action, options, optionNames);
  const { sourceAddresses, onOutcome } = options;
  const watch = arrivalWatcher(action, options);
  if (sourceAddresses !== undefined) checkSourceAddresses(sourceAddresses);
  const expected = tokensOf(options);
  const receiver = receiverOf(options);
  // A receiver that was handed in may have a quarantine.
  const keepEncoded = options.receiver !== undefined || options.quarantine !== undefined;
  const maxBodyBytes = positiveNumber(action, "maxBodyBytes", options.maxBodyBytes ?? 8 * 1024 * 1024);
  const deadlineMilliseconds = positiveNumber(action, "deadlineMilliseconds", options.deadlineMilliseconds ?? 150_000);

  /** A request's way, from arrival to response. */
  async function handle(request: WebhookRequest, visit: Visit): Promise<Handled> {
    try {
      // Read first: the address is gone once the connection closes.
      if (sourceAddresses !== undefined || onOutcome !== undefined) visit.remoteAddress = request.remoteAddress;
      if (request.method !== "POST") throw new Refusal("METHOD", { leavesBodyUnread: true });
      if (sourceAddresses !== undefined) {
        const client = clientAddressOf(visit.remoteAddress, request.forwardedFor, sourceAddresses);
        visit.remoteAddress = client ?? visit.remoteAddress;
        visit.sourceAllowed = checkSourceAddress(client, sourceAddresses);
      }
      if (expected instanceof TokenSource)
        visit.tokenIndex = await expected.authenticate(request.authorization, (error) => (visit.tokenError = error));
      else if (expected !== undefined) visit.tokenIndex = authenticate(request.authorization, expected);
      const body = await readBody(request, maxBodyBytes, keepEncoded);
      const { id, receivedAt, waiter, traceparent } = visit;
      const receipt = await receiver.receive({ body, source: "webhook", receivedAt, id, traceparent }, waiter);
      return { receipt, response: responseTo(receipt, request.method) };
    } catch (error) {
      return refuse(error, request, visit);
    }
  }

  const respond = (request: WebhookRequest, visit: Visit, { report, logLateFailure }: ArrivalReporter): Promise<WebhookResponse> =>
    new Promise((resolve) => {
      let responded = false;
      const settle = ({ receipt, response }: Handled): void => {
        if (responded) return;
        responded = true;
        clearTimeout(deadline);
        report(receipt, detailsOf(visit, response));
        resolve(response);
      };
      const deadline = setTimeout(() => {
        const { waiter } = visit;
        settle(refuse(new Refusal("DEADLINE", { leavesBodyUnread: waiter.parsed === undefined }), request, visit));
        waiter.leave((cause) => {
          const { receipt } = refuse(new Refusal("HANDLER_FAILED", { cause }), request, visit);
          logLateFailure(receipt, detailsOf(visit));
        });
      }, deadlineMilliseconds);
      handle(request, visit).then(settle, (error: unknown) => settle(refuse(error, request, visit)));
    });

  return (request) => {
    const visit: Visit = { id: crypto.randomUUID(), receivedAt: new Date(), startedAt: performance.now(), waiter: new Waiter() };
    const { id, receivedAt } = visit;
    return watch(
      () => ({ id, receivedAt, source: "webhook", origin: "webhook" }),
      (reporter) => {
        visit.traceparent = reporter.trace?.traceparent;
        return respond(request, visit, reporter);
      },
    );
  };
}

const action = "create the webhook handler";

const optionNames: Readonly<Record<keyof (WebhookHandlerOptions | WebhookReceiverOptions), true>> = {
  token: true,
  allowUnauthenticated: true,
  maxBodyBytes: true,
  deadlineMilliseconds: true,
  sourceAddresses: true,
  onOutcome: true,
  logger: true,
  deliver: true,
  quarantine: true,
  joinMilliseconds: true,
  receiver: true,
};

/** How far a request has got. */
interface Visit {
  readonly id: string;
  readonly receivedAt: Date;
  readonly startedAt: number;
  readonly waiter: Waiter;
  /** That of a span that a subscriber made. */
  traceparent?: string | undefined;
  tokenIndex?: number;
  tokenError?: unknown;
  sourceAllowed?: boolean;
  remoteAddress?: string | undefined;
}

interface Handled {
  readonly receipt: Receipt;
  readonly response: WebhookResponse;
}

/** For what never got to the receiver, and for what it has no receipt of yet. */
function refuse(error: unknown, request: WebhookRequest, { id, waiter }: Visit): Handled {
  const refusal = error instanceof Refusal ? error : new Refusal("INTERNAL", { cause: error });
  const receipt = { ...refusedReceipt(refusal, id), joined: waiter.joined };
  return { receipt, response: responseTo(receipt, request.method, refusal.leavesBodyUnread) };
}

/** What the receipt of a visit doesn't say. */
function detailsOf(visit: Visit, response?: WebhookResponse): OutcomeDetails {
  const { receivedAt, startedAt, waiter, tokenIndex, tokenError, remoteAddress, sourceAllowed } = visit;
  const durationMilliseconds = performance.now() - startedAt;
  return {
    facts: waiter.facts,
    receivedAt,
    durationMilliseconds,
    status: response?.status,
    tokenIndex,
    tokenError,
    remoteAddress,
    sourceAllowed,
  };
}

function receiverOf(options: WebhookHandlerOptions | WebhookReceiverOptions): WaitingReceiver {
  const { receiver, deliver, quarantine, joinMilliseconds } = options;
  if (receiver === undefined)
    return createReceiver({
      deliver: deliverOf(deliver, action),
      quarantine: optionalFunction(action, "quarantine", quarantine),
      joinMilliseconds,
    });
  if (typeof (receiver as Partial<Receiver> | null)?.receive !== "function")
    throw new TypeError(`Cannot ${action}: "receiver" must be made by createReceiver`);
  if (deliver !== undefined || quarantine !== undefined || joinMilliseconds !== undefined)
    throw new TypeError(
      `Cannot ${action}: "deliver", "quarantine" and "joinMilliseconds" belong to the receiver where "receiver" is given`,
    );
  return receiver;
}

/** What requests are authenticated with: `undefined` for anybody. */
function tokensOf({ token, allowUnauthenticated = false }: WebhookHttpOptions): readonly ExpectedAuthorization[] | TokenSource | undefined {
  // "false" out of an environment variable would accept everything.
  if (typeof allowUnauthenticated !== "boolean") throw new TypeError(`Cannot ${action}: "allowUnauthenticated" must be true or false`);
  if (allowUnauthenticated) {
    if (token === undefined) return undefined;
    throw new TypeError(`Cannot ${action}: "token" and allowUnauthenticated: true exclude each other`);
  }
  const expected = typeof token === "function" ? new TokenSource(token) : expectedAuthorizations(token);
  if (expected !== undefined) return expected;
  throw new TypeError(
    `Cannot ${action}: "token" is missing or blank. Set it to what webhookUrlToken holds, or say allowUnauthenticated: true`,
  );
}

/** A misspelt mode would let everybody in. */
function checkSourceAddresses({ isAllowed, isTrustedProxy, mode }: SourceAddresses): void {
  if (typeof isAllowed !== "function") throw new TypeError(`Cannot ${action}: "sourceAddresses.isAllowed" must be a function`);
  optionalFunction(action, "sourceAddresses.isTrustedProxy", isTrustedProxy);
  if (mode === "enforce" || mode === "report") return;
  throw new TypeError(`Cannot ${action}: "sourceAddresses.mode" must be "enforce" or "report"`);
}
