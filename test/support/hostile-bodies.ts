/** JSON texts of about this many bytes, each the worst of its kind for whatever walks, compares or copies them. */
export function hostileBodies(bytes: number): Readonly<Record<string, string>> {
  const message = (rest: string): string =>
    `{"typeWebhook":"incomingMessageReceived","instanceData":{"idInstance":1101000001},"timestamp":1790000000,"idMessage":"3EB0A","senderData":{"chatId":"79000000002@c.us"},${rest}}`;
  const inMessage = (json: string): string =>
    message(`"messageData":{"typeMessage":"textMessage","textMessageData":{"textMessage":"x"},"later":${json}}`);
  const inUnknown = (json: string): string => `{"typeWebhook":"later","later":${json}}`;
  const items = (item: string): string =>
    `[${Array(Math.floor(bytes / (item.length + 1)))
      .fill(item)
      .join(",")}]`;
  const keys = Array.from({ length: Math.floor(bytes / 12) }, (_, index) => `"k${bytes - index}":1`).join(",");
  const nested = `${'{"a":['.repeat(25)}${JSON.stringify("x".repeat(bytes))}${"]}".repeat(25)}`;
  const voters = items('{"wid":"79000000003@c.us","later":1}');
  const poll = `"messageData":{"typeMessage":"pollUpdateMessage","pollMessageData":{"stanzaId":"3EB0B","votes":[{"optionName":"a","optionVoters":${voters}}]}}`;
  return {
    "a long text": inMessage(JSON.stringify("x".repeat(bytes))),
    "a long text in another alphabet": inMessage(JSON.stringify("ж".repeat(bytes / 2))),
    "escapes alone": inMessage(`"${"\\u0000".repeat(bytes / 6)}"`),
    "halves of surrogates": inMessage(`"${"\\ud800".repeat(bytes / 6)}"`),
    "a long text 50 levels deep": inUnknown(nested),
    numbers: inUnknown(items("1")),
    "empty objects": inUnknown(items("{}")),
    "small objects": inMessage(items('{"b":1,"a":null}')),
    "keys in the opposite order": inUnknown(`{${keys}}`),
    "unknown fields": message(`${keys},"messageData":{"typeMessage":"textMessage","textMessageData":{"textMessage":"x"}}`),
    "voters with unknown fields": message(poll),
  };
}
