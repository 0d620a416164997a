/** A body that makes parsing work hard. */
export interface MisfittingBody {
  readonly name: string;
  readonly text: string;
  /** What `parseNotification` calls it. */
  readonly kind: "known" | "unknown";
}

const common = { instanceData: { idInstance: 1 }, timestamp: 1 };
const place = '"HERE"';

/** Bodies of about `length` characters: as many items or fields as fit, all right but one, all wrong, or unknown. */
export function misfittingBodies(length: number): readonly MisfittingBody[] {
  const message = (messageData: object) => ({
    typeWebhook: "incomingMessageReceived",
    ...common,
    idMessage: "A",
    senderData: { chatId: "1@c.us" },
    messageData,
  });
  const voters = (...optionVoters: readonly unknown[]) =>
    message({ typeMessage: "pollUpdateMessage", pollMessageData: { votes: [{ optionName: "a", optionVoters }] } });
  const votes = (...all: readonly unknown[]) => message({ typeMessage: "pollUpdateMessage", pollMessageData: { votes: all } });
  const quote = (...contacts: readonly unknown[]) =>
    message({ typeMessage: "textMessage", textMessageData: { textMessage: "x" }, quotedMessage: { contacts } });
  const template = (templateMessage: object) => message({ typeMessage: "templateMessage", templateMessage });
  const fields = (value: object): string => JSON.stringify({ ...value, [place]: 0 });

  const filled = (name: string, kind: MisfittingBody["kind"], value: object, item: string): MisfittingBody => {
    const [before = "", after = ""] = JSON.stringify(value).split(JSON.stringify(place));
    const count = Math.max(200, Math.floor((length - before.length - after.length) / (item.length + 1)));
    return { name, kind, text: `${before}${`${item},`.repeat(count).slice(0, -1)}${after}` };
  };
  const withFields = (name: string, kind: MisfittingBody["kind"], text: string): MisfittingBody => {
    const [before = "", after = ""] = text.split(`${JSON.stringify(place)}:0`);
    const count = Math.floor((length - text.length) / 12);
    const list = Array.from({ length: count }, (_, index) => `"k${(1e7 + index).toString(36)}":1`).join(",");
    return { name, kind, text: `${before}${list}${after}` };
  };

  return [
    filled("voters, the last one wrong", "known", voters(place, true), '""'),
    filled("voters, the first one wrong", "known", voters(true, place), '""'),
    filled("voters as objects, the last one wrong", "known", voters(place, true), "{}"),
    filled("voters with ids, the last one wrong", "known", voters(place, true), '{"wid":"1"}'),
    filled("voters that are all numbers", "unknown", voters(place), "1"),
    filled("voters that are all lists", "unknown", voters(place), "[]"),
    filled("voters whose ids are all numbers", "unknown", voters(place), '{"wid":1}'),
    filled("votes, the last one wrong", "known", votes(place, 1), '{"optionName":"","optionVoters":[]}'),
    filled("votes without voters", "unknown", votes(place), '{"optionName":""}'),
    filled("quoted contacts that are all wrong", "known", quote(place), "{}"),
    filled("quoted contacts, the last one wrong", "known", quote(place, {}), '{"vcard":""}'),
    filled("template buttons, the last one wrong", "known", template({ buttons: [place, { index: true }] }), "{}"),
    filled("parameters, the last one wrong", "known", template({ params: [place, {}] }), '""'),
    filled(
      "participants, the last one wrong",
      "known",
      { typeWebhook: "incomingCall", ...common, from: "a", participants: [place, 1] },
      "{}",
    ),
    withFields("unknown fields", "known", fields({ typeWebhook: "incomingCall", ...common, from: "a" })),
    withFields("unknown fields beside a wrong one", "known", fields({ typeWebhook: "incomingCall", ...common, from: "a", isVideo: 1 })),
    withFields(
      "unknown fields of one of two shapes",
      "known",
      fields({ typeWebhook: "deviceInfo", ...common, timestamp: "1", deviceData: {}, avatarInfo: { chatId: "" } }),
    ),
    withFields("fields of an unknown kind", "unknown", fields({ typeWebhook: "later", chatId: 1 })),
  ];
}
