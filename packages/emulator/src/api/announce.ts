import type { Call } from "./method.ts";

/** Queues the notifications of a sent message, as flags ask for them: its echo, then its statuses. */
export function announce(call: Call, chatId: string, idMessage: string, messageData: Readonly<Record<string, unknown>>): void {
  const { instance, timers, times } = call;
  // Nothing is sent to a chat without an account, so there is no echo.
  if (instance.noAccount.has(chatId)) {
    timers.after(times.statusDelayMilliseconds, () => notifyStatus(call, chatId, idMessage, "noAccount"));
    return;
  }
  notifyEcho(call, chatId, idMessage, messageData);
  for (const [index, status] of ["sent", "delivered"].entries()) {
    timers.after(times.statusDelayMilliseconds * (index + 1), () => notifyStatus(call, chatId, idMessage, status));
  }
}

/** Queues the echo of a message, or of a change to an earlier one. */
export function notifyEcho(
  { instance, clock }: Call,
  chatId: string,
  idMessage: string,
  messageData: Readonly<Record<string, unknown>>,
): void {
  instance.notify({
    typeWebhook: "outgoingAPIMessageReceived",
    instanceData: {},
    timestamp: Math.floor(clock.now() / 1_000),
    idMessage,
    senderData: { chatId, chatName: "", sender: instance.wid(), senderName: "", senderContactName: "" },
    messageData,
  });
}

function notifyStatus({ instance, clock }: Call, chatId: string, idMessage: string, status: string): void {
  instance.notify({
    typeWebhook: "outgoingMessageStatus",
    instanceData: {},
    timestamp: Math.floor(clock.now() / 1_000),
    idMessage,
    chatId,
    status,
    sendByApi: true,
  });
}
