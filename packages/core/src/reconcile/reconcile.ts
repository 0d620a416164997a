import type { Settings } from "../api/methods/settings.ts";
import { numberFrom } from "../schema/number-from.ts";
import { checkOptionNames } from "../runtime/check-option-names.ts";
import { claimsIn, isDeduplicating } from "../receiving/claims.ts";
import { deliverOf, type Deliver } from "../receiving/deliver.ts";
import type { DuplicateStore } from "../receiving/duplicate-store.ts";
import { deliveredKeyOf, messageKeyMilliseconds, rebuiltKeyOf } from "../receiving/message-keys.ts";
import type { Quarantine } from "../receiving/quarantine.ts";
import type { Outcome, Receipt } from "../receiving/receipt.ts";
import type { ReportingOptions } from "../receiving/report-outcome.ts";
import type { InstanceData } from "../notifications/instance-data.ts";
import { isPlainMessage } from "../readers/is-plain-message.ts";
import { keyOf } from "../readers/key-of.ts";
import { flagsFor } from "../settings/flags-for.ts";
import { requiredSettings, type RegisteredHandlers } from "../settings/required-settings.ts";
import { onlyLook } from "./only-look.ts";
import { readJournals, type ReadJournal, type ReconcileClient } from "./read-journals.ts";
import type { JournalKind, Rebuilt } from "./rebuild-notification.ts";

/** Where `reconcile` delivers to: a dispatcher, a function, or an inbox. */
export type ReconcileDeliver = Deliver | { readonly deliver: Deliver };

/** Options of {@link reconcile}. */
export interface ReconcileOptions extends ReportingOptions {
  /**
   * What is older isn't delivered. At most 8 days ago: so long the keys of what was delivered are kept. Begin with the `next` of the last run,
   * or with the time when notifications stopped coming.
   */
  readonly since: Date;
  /**
   * Knows what was delivered: the store of `withoutDuplicates(deliver, { store, reconciled: true })`. Required, unless `deliver` is an inbox,
   * which knows it by itself.
   */
  readonly store?: DuplicateStore;
  /**
   * Which kinds to deliver.
   *
   * @default those that the dispatcher has handlers for; elsewhere those that the instance's settings switch on
   */
  readonly kinds?: readonly JournalKind[];
  /** Keeps what can't be delivered. @default none */
  readonly quarantine?: Quarantine;
  /**
   * Whether only to look: nothing is delivered or recorded, and what would be counts as `ignored`. An inbox whose items can't be listed can't be
   * asked: nothing counts as a `duplicate` there.
   *
   * @default false
   */
  readonly dryRun?: boolean;
  /** Ends it: the delivery in flight is waited for, then it resolves. */
  readonly signal?: AbortSignal;
  /** The time, in milliseconds since 1970. @default Date.now */
  readonly now?: () => number;
}

/** What became of {@link reconcile}. */
export interface Reconciled {
  /** How many had which outcome: `handled`, `stored`, `duplicate`, `ignored`, `failed` … Those with none are missing. */
  readonly outcomes: Readonly<Partial<Record<Outcome, number>>>;
  /** Not delivered, because one before it in its chat failed: run it again. */
  readonly skipped: number;
  /** What the first failed delivery threw. */
  readonly error?: unknown;
  readonly journals: readonly ReadJournal[];
  /** Where the next one should begin: 2 minutes before this one did, since the journals lag so long. */
  readonly next: Date;
}

/**
 * Delivers messages and calls that were missed: GREEN-API drops what it couldn't deliver for 24 hours, but its journals still have it. Reads the
 * journals of messages and calls, rebuilds the notifications, and delivers what wasn't delivered, oldest first, one after another; `source` and
 * `origin` are `"journal"`. Can be run again at any time, and after it was killed.
 *
 * A notification counts as delivered by `messageKeyOf`: instance, direction, chat and `idMessage`. Where a delivery fails, what follows in the same
 * chat is left for the next run.
 *
 * No journal has: states of the instance and its devices, quotas, blocks, the history of a message's status, and a chat's name. A message is as it is
 * now: an edited one has its new text.
 *
 * @throws {ApiError} a journal can't be read
 * @throws TypeError if an option is missing or makes no sense
 * @example
 * const { outcomes, next } = await reconcile(client, dispatcher, { since: lastRun, store });
 */
export async function reconcile(client: ReconcileClient, deliver: ReconcileDeliver, options: ReconcileOptions): Promise<Reconciled> {
  const { store, dryRun = false, signal, quarantine, onOutcome, logger, now = Date.now } = options;
  checkOptionNames("reconcile", options, optionNames);
  const target = deliverOf(deliver, "reconcile");
  const startedAt = now();
  const since = sinceOf(options.since, startedAt);
  if (store === undefined && !isInbox(deliver))
    throw new TypeError('Cannot reconcile: "store" must be given where "deliver" is no inbox: what was delivered is known to nobody else');

  if (isDeduplicating(typeof deliver === "function" ? deliver : deliver.deliver))
    throw new TypeError(
      'Cannot reconcile: "deliver" must be what withoutDuplicates() was given, not its result: both would claim the same key',
    );

  const settings = await client.getSettings({ signal });
  const isWanted = wantedBy(options, deliver, settings);
  const instanceData = instanceDataOf(client.idInstance, settings);
  const minutes = Math.ceil((startedAt - since) / 60_000) + lagMinutes;
  const { rebuilt, journals } = await readJournals(client, { instanceData, minutes, signal });

  // Loaded here, since it brings the schemas' library.
  const { createReceiver } = await import("../receiving/receiver.ts");
  const receiver = createReceiver({
    deliver: onlyOnce(dryRun ? onlyLook(deliver) : target, store),
    quarantine,
    onOutcome,
    logger,
    joinMilliseconds: 0,
  });
  const outcomes: Partial<Record<Outcome, number>> = {};
  const failedChats = new Set<unknown>();
  let skipped = 0;
  let failure: { readonly error: unknown } | undefined;
  for (const { value, missing } of rebuilt.filter((each) => each.value.timestamp * 1000 >= since && isWanted(each))) {
    if (signal?.aborted === true) break;
    const chat = chatIn(value);
    if (failedChats.has(chat)) {
      skipped += 1;
      continue;
    }
    const { outcome, error } = await receiver.receive({ body: { kind: "value", value }, source: "journal", missing });
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    if (!isFailure(outcome)) continue;
    failedChats.add(chat);
    failure ??= { error };
  }
  return { outcomes, skipped, ...failure, journals, next: new Date(startedAt - lagMinutes * 60_000) };
}

/** New messages appear in the journals within 2 minutes. */
const lagMinutes = 2;

/** An inbox, as far as it can be told from a dispatcher without knowing its package. */
function isInbox(deliver: ReconcileDeliver): boolean {
  return typeof deliver === "object" && "work" in deliver && typeof deliver.work === "function";
}

function sinceOf(since: Date, now: number): number {
  const time = since instanceof Date ? since.getTime() : Number.NaN;
  if (Number.isNaN(time)) throw new TypeError('Cannot reconcile: "since" must be a date');
  if (time > now) throw new TypeError('Cannot reconcile: "since" is in the future');
  if (now - time > messageKeyMilliseconds)
    throw new TypeError('Cannot reconcile: "since" is more than 8 days ago, and the keys of what was delivered then are gone');
  return time;
}

/** Which rebuilt notifications to deliver: those of a kind that would have come by webhook. */
function wantedBy({ kinds }: ReconcileOptions, deliver: ReconcileDeliver, settings: Settings): (rebuilt: Rebuilt) => boolean {
  if (kinds !== undefined) return ({ value }) => kinds.includes(value.typeWebhook);
  const asked = registeredIn(deliver);
  const on: Readonly<Record<string, unknown>> = asked === undefined ? settings : requiredSettings(asked);
  return ({ value }) => flagsFor(value.typeWebhook, typeMessageIn(value)).every((flag) => on[flag] === "yes" || on[flag] === true);
}

/** A dispatcher's handlers, unless one is for any kind: then it is the settings that decide what comes. */
function registeredIn(deliver: ReconcileDeliver): RegisteredHandlers | undefined {
  if (typeof deliver !== "object" || !("registered" in deliver)) return undefined;
  const { registered } = deliver as RegisteredHandlers;
  return registered.some(({ typeWebhook }) => typeWebhook === "*") ? undefined : { registered };
}

function instanceDataOf(idInstance: string, { wid, typeInstance }: Settings): InstanceData {
  return {
    idInstance: numberFrom(idInstance) ?? Number(idInstance),
    ...(typeof wid === "string" && wid !== "" ? { wid } : undefined),
    ...(typeInstance === undefined ? undefined : { typeInstance }),
  };
}

/** Holds the keys of the row and of the notification that it was made of, so that neither is delivered beside it or after it. */
function onlyOnce(deliver: Deliver, store: DuplicateStore | undefined): Deliver {
  if (store === undefined) return deliver;
  const claims = claimsIn(store, { leaseMilliseconds: 60_000, joinMilliseconds: 0 });
  return (parsed, context) => {
    const messageKey = deliveredKeyOf(parsed);
    const keys = [keyOf(parsed)];
    if (messageKey !== undefined && isPlainMessage(parsed)) keys.push(rebuiltKeyOf(messageKey));
    if (messageKey !== undefined) keys.push(messageKey);
    const claimed = keys.map((key) => ({ key, keepMilliseconds: messageKeyMilliseconds }));
    return claims.deliver(claimed, context, () => deliver(parsed, context));
  };
}

function typeMessageIn(value: Rebuilt["value"]): string | undefined {
  const { messageData } = value as { readonly messageData?: { readonly typeMessage?: string } };
  return messageData?.typeMessage;
}

function chatIn(value: Rebuilt["value"]): unknown {
  const { senderData, from } = value as { readonly senderData?: { readonly chatId?: string }; readonly from?: string };
  return senderData?.chatId ?? from;
}

function isFailure(outcome: Receipt["outcome"]): boolean {
  return outcome === "failed" || outcome === "refused" || outcome === "late";
}

const optionNames: Readonly<Record<keyof ReconcileOptions, true>> = {
  since: true,
  store: true,
  kinds: true,
  quarantine: true,
  dryRun: true,
  signal: true,
  now: true,
  onOutcome: true,
  logger: true,
};
