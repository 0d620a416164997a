import type { DeliveryRow } from "../page/inspector-messages.ts";

/** How sensitive text is replaced. */
export interface Mask {
  /** The replacement of a phone number. */
  readonly number: (number: string) => string;
  /** The replacement of a credential, and of the path of a URL. */
  readonly hidden: string;
}

/** For the page: the last four digits of a phone number, dots for the rest. */
export const dots: Mask = {
  number: (number) =>
    `•••${Array.from(number.replace(/\P{Nd}/gu, ""))
      .slice(-4)
      .join("")}`,
  hidden: "•••",
};

/**
 * For copies: phone numbers become 79000000001, 79000000002, …, equal ones the same, so that a copy can be committed to a repository.
 */
export function madeUpNumbers(): Mask {
  const made = new Map<string, string>();
  return {
    number: (number) => {
      const digits = number.normalize("NFKC").replace(/\P{Nd}/gu, "");
      const other = made.get(digits) ?? `7900${String(made.size + 1).padStart(7, "0")}`;
      made.set(digits, other);
      return other;
    },
    hidden: "hidden",
  };
}

/**
 * Eight to seventeen digits of any script, unless they are part of a word, as in an `idMessage`, or begin with a date. Between them: spaces,
 * dashes, minus signs, dots, brackets and invisible marks.
 */
const phoneNumber =
  /(?<![\w\p{Nd}])(?!(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d))[+＋]?[(（]?\p{Nd}(?:[\p{Zs}\t\p{Pd}−.．()（）\p{Cf}]{0,3}\p{Nd}){7,16}(?![\w\p{Nd}])/gu;

/** `Bearer x`, `Basic x`. */
const scheme = /\b(bearer|basic)(\s+)[^\s"'\\]+/gi;

const secretName = "token|secret|password|authorization|api_?key";

/** `"webhookUrlToken": "x"`, `token=x` and the like in a text. */
const assignment = new RegExp(
  `((?:${secretName})[\\w-]{0,40}["']?\\s{0,9}[:=]\\s{0,9})(?:(["'])(?:(?!\\2)[^\\\\]|\\\\.)*(\\2?)|\\{[^}]*\\}?|\\[[^\\]]*\\]?|[^\\s,;&"'{}[\\]]+)`,
  "gis",
);

/** A URL. Its path and query give access to files, so the scheme and the host alone are kept. */
const url = /\b(https?:\/\/)(?:[^\s/?#"'<>\\]*@)?([^\s/?#"'<>\\@]+)([/?#][^\s"'<>]*)?/gi;

/** A text with phone numbers, credentials and the paths of URLs replaced. */
export function maskText(text: string, mask: Mask = dots): string {
  return text
    .replace(url, (_, protocol: string, host: string, path?: string) => `${protocol}${host}${path === undefined ? "" : `/${mask.hidden}`}`)
    .replace(assignment, (_, name: string, open = "", close = "") => `${name}${open}${mask.hidden}${close}`)
    .replace(scheme, (_, name: string, space: string) => `${name}${space}${mask.hidden}`)
    .replace(phoneNumber, (number) => mask.number(number));
}

/** A body that isn't valid JSON, masked: `\/` and escaped letters and digits are unescaped first. */
export function maskBrokenJson(text: string, mask: Mask = dots): string {
  const plain = text.replaceAll("\\/", "/").replace(/\\u([0-9a-f]{4})/gi, (escape, hex: string) => {
    const character = String.fromCharCode(parseInt(hex, 16));
    return /[^"'\\\p{C}\p{Zl}\p{Zp}]/u.test(character) ? character : escape;
  });
  return maskText(plain, mask);
}

const secretKey = new RegExp(secretName, "i");

/** Keys whose values look like phone numbers but aren't. */
const harmlessKey = /timestamp$|expiration$|^(idMessage|stanzaId|receiptId|idInstance|jpegThumbnail|latitude|longitude)$/i;

/** A JSON value with phone numbers, credentials and the paths of URLs replaced, in keys too. `key` is the key of the value. */
export function maskValue(value: unknown, key = "", mask: Mask = dots): unknown {
  if (value === null || value === "" || typeof value === "boolean") return value;
  if (secretKey.test(key)) return mask.hidden;
  if (Array.isArray(value)) return value.map((item) => maskValue(item, key, mask));
  if (typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([name, field]) => [maskText(name, mask), maskValue(field, name, mask)]));
  }
  if (harmlessKey.test(key)) return value;
  if (typeof value === "string") return maskText(value, mask);
  return typeof value === "number" && Number.isInteger(value) ? maskInteger(value, mask) : value;
}

/** A made-up number stays a number. */
function maskInteger(value: number, mask: Mask): unknown {
  const masked = maskText(String(value), mask);
  return /^-?\d+$/.test(masked) ? Number(masked) : masked;
}

/** A row masked for the page. */
export function maskRow(row: DeliveryRow): DeliveryRow {
  const mask = (text: string | undefined): string | undefined => (text === undefined ? undefined : maskText(text));
  const { kind, typeMessage, chat, sender, name, text } = row;
  return {
    ...row,
    kind: maskText(kind),
    typeMessage: mask(typeMessage),
    chat: mask(chat),
    sender: mask(sender),
    name: mask(name),
    text: mask(text),
  };
}
