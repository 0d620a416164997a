/** The `messageData` in the echo of a sent message. The echo of a plain text is an `extendedTextMessage`. */
export function sentMessageOf(input: Readonly<Record<string, unknown>>): object {
  const { quotedMessageId } = input;
  const quoted = typeof quotedMessageId === "string" ? { quotedMessage: { stanzaId: quotedMessageId } } : {};
  return { ...contentOf(input), ...quoted };
}

function contentOf(input: Readonly<Record<string, unknown>>): object {
  if (input["options"] !== undefined) {
    const { message: name, options, multipleAnswers = false } = input;
    return { typeMessage: "pollMessage", pollMessageData: { name, options, multipleAnswers } };
  }
  if (input["urlFile"] !== undefined) {
    const { urlFile: downloadUrl, fileName, caption = "" } = input;
    return { typeMessage: fileTypeOf(String(fileName)), fileMessageData: { downloadUrl, fileName, caption, jpegThumbnail: "" } };
  }
  if (input["latitude"] !== undefined) {
    const { latitude, longitude, nameLocation = "", address = "" } = input;
    return { typeMessage: "locationMessage", locationMessageData: { latitude, longitude, nameLocation, address, jpegThumbnail: "" } };
  }
  if (input["contact"] !== undefined) return { typeMessage: "contactMessage", contactMessageData: contactOf(input["contact"]) };
  if (input["buttons"] !== undefined) {
    const { header: titleText = "", body: contentText, footer: footerText = "", buttons } = input;
    return { typeMessage: "interactiveButtons", interactiveButtons: { titleText, contentText, footerText, buttons } };
  }
  const text = input["message"];
  return {
    typeMessage: "extendedTextMessage",
    extendedTextMessageData: {
      text,
      description: "",
      title: "",
      previewType: "None",
      jpegThumbnail: "",
      forwardingScore: 0,
      isForwarded: false,
    },
  };
}

function fileTypeOf(fileName: string): string {
  if (/\.(?:jpe?g|png|webp)$/i.test(fileName)) return "imageMessage";
  if (/\.(?:mp4|mov|avi)$/i.test(fileName)) return "videoMessage";
  return /\.(?:mp3|ogg|wav|aac)$/i.test(fileName) ? "audioMessage" : "documentMessage";
}

function contactOf(contact: unknown): object {
  const { phoneContact, firstName = "", lastName = "" } = contact as Readonly<Record<string, unknown>>;
  const displayName = `${String(firstName)} ${String(lastName)}`.trim();
  return { displayName, vcard: `BEGIN:VCARD\nVERSION:3.0\nFN:${displayName}\nTEL:+${String(phoneContact)}\nEND:VCARD` };
}
