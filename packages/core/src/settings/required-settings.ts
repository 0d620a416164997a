import type { SettingsInput } from "../api/methods/settings-input.ts";

/** What `requiredSettings` looks at: a dispatcher, or anything that lists what it has handlers for. */
export interface RegisteredHandlers {
  /** The kinds with a handler; `*` stands for any. */
  readonly registered: readonly { readonly typeWebhook: string; readonly typeMessage?: string | undefined }[];
}

/** A setting that is a switch for notifications. */
type WebhookFlag = Extract<keyof SettingsInput, `${string}Webhook`>;

/**
 * The settings that have to be on for the registered handlers to be called; spread them into what `applySettings` takes. Handlers for anything
 * (`onAny`, `onUnknown`) ask for nothing, and `quotaExceeded` has no setting.
 *
 * @example
 * await applySettings(client, { webhookUrl, webhookUrlToken, ...requiredSettings(dispatcher) });
 */
export function requiredSettings({ registered }: RegisteredHandlers): Partial<SettingsInput> {
  const flags = registered.flatMap(({ typeWebhook, typeMessage }) => {
    const byWebhook = flagsByTypeWebhook.get(typeWebhook) ?? [];
    // A kind of message has its switch in addition to that of its direction.
    return typeMessage === undefined ? byWebhook : [...byWebhook, ...(flagsByTypeMessage.get(typeMessage) ?? [])];
  });
  return Object.fromEntries(flags.map((flag) => [flag, "yes"]));
}

const flagsByTypeWebhook: ReadonlyMap<string, readonly WebhookFlag[]> = new Map([
  ["incomingMessageReceived", ["incomingWebhook"]],
  ["outgoingMessageReceived", ["outgoingMessageWebhook"]],
  ["outgoingAPIMessageReceived", ["outgoingAPIMessageWebhook"]],
  ["outgoingMessageStatus", ["outgoingWebhook"]],
  ["stateInstanceChanged", ["stateWebhook"]],
  ["statusInstanceChanged", ["statusInstanceWebhook"]],
  ["incomingCall", ["incomingCallWebhook"]],
  ["outgoingCall", ["outgoingCallWebhook"]],
  ["incomingBlock", ["incomingBlockWebhook"]],
  ["deviceInfo", ["deviceWebhook"]],
  ["avatarInfo", ["avatarInfoWebhook"]],
]);

const flagsByTypeMessage: ReadonlyMap<string, readonly WebhookFlag[]> = new Map([
  ["pollMessage", ["pollMessageWebhook"]],
  ["pollUpdateMessage", ["pollMessageWebhook"]],
  ["editedMessage", ["editedMessageWebhook"]],
  ["deletedMessage", ["deletedMessageWebhook"]],
  ["productMessage", ["catalogWebhook"]],
  ["orderMessage", ["catalogWebhook"]],
]);
