import type { StoredFile } from "../files/file-store.ts";
import { invalid, listIn, objectIn, optionalFlagIn, optionalTextIn, textIn } from "./input-fields.ts";

// The `messageData` in the echo of a sent message, from the fields of the method's input. Each function throws GREEN-API's 400.

type Fields = Readonly<Record<string, unknown>>;

/** The echo of a plain text is an `extendedTextMessage`. */
export function textContent(text: string): Fields {
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

/** A file at an address. */
export function linkedFileContent(input: Fields): Fields {
  return fileContent(input, { downloadUrl: textIn(input, "urlFile"), fileName: textIn(input, "fileName") });
}

/** A file that came with the call. */
export function uploadedFileContent(input: Fields, uploaded: StoredFile | undefined): Fields {
  const { url: downloadUrl, mimeType, fileName: ownName } = presentFile(uploaded);
  return fileContent(input, { downloadUrl, fileName: optionalTextIn(input, "fileName") ?? ownName, mimeType });
}

/** @throws {ApiFailure} there is no file, or an empty one. No source has GREEN-API's response to an empty file. */
export function presentFile(file: StoredFile | undefined): StoredFile {
  if (file === undefined) throw invalid("'file' is required");
  if (file.size === 0) throw invalid("'file' is empty");
  return file;
}

function fileContent(input: Fields, file: { readonly fileName: string; readonly downloadUrl: string; readonly mimeType?: string }): Fields {
  const caption = optionalTextIn(input, "caption") ?? "";
  return { typeMessage: fileTypeOf(file.fileName), fileMessageData: { ...file, caption, jpegThumbnail: "" } };
}

function fileTypeOf(fileName: string): string {
  if (/\.(?:jpe?g|png|webp)$/i.test(fileName)) return "imageMessage";
  if (/\.(?:mp4|mov|avi)$/i.test(fileName)) return "videoMessage";
  return /\.(?:mp3|ogg|wav|aac)$/i.test(fileName) ? "audioMessage" : "documentMessage";
}

export function pollContent(input: Fields): Fields {
  const name = textIn(input, "message", 255);
  const options = listIn(input, "options", 2, 12) as readonly Fields[];
  const names = options.map((option) => textIn(option ?? {}, "optionName", 100));
  if (new Set(names).size < names.length) throw invalid("'options' contains a duplicate value");
  return {
    typeMessage: "pollMessage",
    pollMessageData: { name, options, multipleAnswers: optionalFlagIn(input, "multipleAnswers") ?? false },
  };
}

export function locationContent(input: Fields): Fields {
  const [latitude, longitude] = ["latitude", "longitude"].map((key) => {
    const degrees = input[key];
    if (degrees === undefined) throw invalid(`'${key}' is required`);
    if (typeof degrees !== "number") throw invalid(`'${key}' must be a number`);
    return degrees;
  });
  const { nameLocation = "", address = "" } = input;
  return { typeMessage: "locationMessage", locationMessageData: { latitude, longitude, nameLocation, address, jpegThumbnail: "" } };
}

/** GREEN-API's own web client sends a contact's `chatId`, or its phone as a text. Documented is a whole number. */
export function contactContent(input: Fields): Fields {
  const { phoneContact, chatId, firstName = "", middleName = "", lastName = "", company = "" } = objectIn(input, "contact");
  const phone = /^\+?(\d{5,16})(?:@c\.us)?$/.exec(String(phoneContact ?? chatId))?.[1];
  if (phone === undefined) throw invalid("'contact.phoneContact' must be a number");
  const displayName = [firstName, middleName, lastName].filter((part) => part !== "").join(" ") || String(company);
  const vcard = `BEGIN:VCARD\nVERSION:3.0\nFN:${displayName}\nTEL;type=CELL;waid=${phone}:+${phone}\nEND:VCARD`;
  return { typeMessage: "contactMessage", contactMessageData: { displayName, vcard } };
}

/** The field that each type of button needs besides its label. */
const buttonFields: Readonly<Record<string, string | undefined>> = { copy: "copyCode", call: "phoneNumber", url: "url", reply: undefined };

/** `type` is that of all buttons where the input has none. */
export function buttonsContent(input: Fields, type?: "reply"): Fields {
  const buttons = (listIn(input, "buttons", 1, 3) as readonly Fields[]).map((given) => {
    const button = { type, ...given };
    textIn(button, "buttonId");
    textIn(button, "buttonText", 25);
    const kind = textIn(button, "type");
    if (!Object.hasOwn(buttonFields, kind)) throw invalid("'type' must be one of [copy, call, url, reply]");
    const needed = buttonFields[kind];
    if (needed !== undefined) textIn(button, needed);
    return button;
  });
  return {
    typeMessage: "interactiveButtons",
    interactiveButtons: {
      titleText: optionalTextIn(input, "header") ?? "",
      contentText: textIn(input, "body"),
      footerText: optionalTextIn(input, "footer") ?? "",
      buttons,
    },
  };
}

/** The message that is quoted, in addition to the content. */
export function quotedContent(input: Fields): Fields {
  const stanzaId = optionalTextIn(input, "quotedMessageId");
  return stanzaId === undefined || stanzaId === "" ? {} : { quotedMessage: { stanzaId } };
}

const forwardable = ["textMessageData", "extendedTextMessageData", "fileMessageData", "locationMessageData", "contactMessageData"];

/** The content of a message that is forwarded. */
export function forwardedContent(messageData: Fields): Fields {
  const { quotedMessage: _, ...content } = messageData;
  const marked = forwardable.flatMap((key) => {
    const part = content[key] as Fields | undefined;
    return part === undefined ? [] : [[key, { ...part, isForwarded: true, forwardingScore: Number(part["forwardingScore"] ?? 0) + 1 }]];
  });
  return { ...content, ...Object.fromEntries(marked) };
}
