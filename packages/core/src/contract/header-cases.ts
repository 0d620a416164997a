import type { ContractCase, ContractRequest } from "./contract-case.ts";
import { bytesOf, contractNotification, notificationOfLength } from "./contract-body.ts";

const limit = 65_536;
const notification = contractNotification();
const pieces = (length: number): readonly Uint8Array[] => Array.from({ length }, () => new Uint8Array(8192).fill(32));

const notJson = ["400 JSON", "200 quarantined JSON"] as const;
const notUtf8 = ["400 UTF8", "200 quarantined UTF8"] as const;

/** A stateInstanceChanged, compressed by gzip. */
const gzip = Uint8Array.from(
  "1f8b0800000000000203558ec10ac2301044ff65ce8bd853714f825efc02cf6bb398459a04b3a5d4d27f17c420ce71786f9815be14bdea2de6fc00a3bab85e527549839ea2a4bb0610ecdb9cc505bcc24263c01d61b600467fd8b71c87dd54419ff11f89398a5729051bc16dd4ea321670d7378ffe0f802193c7fcb497066c6f1bd8e385ad000000".match(
    /../g,
  ) ?? [],
  (pair) => Number.parseInt(pair, 16),
);

/** Methods, headers and sizes: rows 19 to 34. */
export const headerCases: readonly ContractCase[] = [
  ...["GET", "PUT", "DELETE", "PATCH"].map((method, index) => notPost(`19.${index + 1}`, method)),
  notPost("20", "HEAD"),
  notPost("21", "OPTIONS", { origin: "https://example.com", "access-control-request-method": "POST" }),
  ...[
    "",
    "application/json",
    'application/json; charset="UTF-8"',
    "application/x+json",
    "text/plain",
    "application/x-www-form-urlencoded",
    "nonsense",
  ].map((type, index) => ofType(`23.${index + 1}`, type, notification, ["200", "200"], ["400 SCHEMA", "200 quarantined SCHEMA"])),
  ofType("24.1", "multipart/form-data; boundary=x", '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n', notJson, [
    "400 foreign",
  ]),
  ofType("24.2", "application/x-www-form-urlencoded", "typeWebhook=stateInstanceChanged", notJson, [
    "400 foreign",
    "400 SCHEMA",
    "200 quarantined SCHEMA",
    "200",
  ]),
  ...["iso-8859-1", "utf-16le", "bogus"].map((charset, index) =>
    ofType(
      `25.${index + 1}`,
      `application/json; charset=${charset}`,
      notification,
      ["200", "200"],
      ["415 foreign", "400 foreign", ...notJson],
    ),
  ),
  ofType("25.4", "application/json; charset=utf-16le", utf16(notification), notJson, ["200", "400 foreign", "415 foreign"]),
  ofType("25.5", "application/json; charset=utf-16le, with its mark", utf16(`\uFEFF${notification}`), notUtf8, [
    "200",
    "400 foreign",
    "415 foreign",
    ...notJson,
  ]),
  ...["gzip", "br", "deflate", "zstd", "gzip, gzip", "bogus"].map((encoding, index) => encoded(`26.${index + 1}`, encoding, notification)),
  encoded("26.7", "gzip", gzip),
  ofType("26.8", "application/json", notification, ["200", "200"], [], { "content-encoding": "identity" }),
  tooLarge("28", "a length over the limit", { body: notificationOfLength(limit * 2) }),
  tooLarge("29", "without a length, growing over the limit", { body: pieces(16) }),
  { id: "30.1", title: "a body of exactly the limit", request: { body: notificationOfLength(limit) }, expected: { D: "200", Q: "200" } },
  tooLarge("30.2", "a byte more than the limit", { body: notificationOfLength(limit + 1) }),
  tooLarge("30.3", "fewer characters than the limit, but more bytes", { body: notificationOfLength(limit + 1, "\u{1F600}") }),
  {
    id: "34",
    title: "a body in pieces of one byte",
    // A short one: on a busy machine hundreds of pieces would reach the deadline.
    request: { body: Array.from(bytesOf('{"typeWebhook":"somethingNew"}'), (byte) => Uint8Array.of(byte)) },
    expected: { D: "200", Q: "200" },
  },
];

function notPost(id: string, method: string, headers: Readonly<Record<string, string>> = {}): ContractCase {
  const bodyless = method === "GET" || method === "HEAD" || method === "OPTIONS";
  const request: ContractRequest = { method, headers, ...(bodyless ? undefined : { body: contractNotification() }) };
  return { id, title: method, request, expected: { D: "405 METHOD", Q: "405 METHOD" } };
}

function ofType(
  id: string,
  type: string,
  body: string | Uint8Array,
  [D, Q]: readonly [string, string],
  behindBodyParser: readonly string[],
  headers: Readonly<Record<string, string>> = {},
): ContractCase {
  const title = type === "" ? "no Content-Type" : `Content-Type ${type}`;
  return { id, title, request: { headers: { "content-type": type, ...headers }, body }, expected: { D, Q }, behindBodyParser };
}

function encoded(id: string, encoding: string, body: string | Uint8Array): ContractCase {
  return {
    id,
    title: `Content-Encoding ${encoding}`,
    request: { headers: { "content-encoding": encoding }, body },
    expected: { D: "415 ENCODING", Q: "200 quarantined ENCODING" },
    // Parsers inflate, some leave unknown encodings as they are, and Koa responds 500 where it can't.
    behindBodyParser: ["200", "400 foreign", "415 foreign", "500 foreign"],
  };
}

function tooLarge(id: string, title: string, request: ContractRequest): ContractCase {
  const D = "413 TOO_LARGE";
  return { id, title, request, expected: { D, Q: D }, behindBodyParser: ["200", "400 foreign", "413 foreign", "400 BODY_EMPTY"] };
}

/** Little-endian, without a byte order mark. */
function utf16(text: string): Uint8Array {
  return Uint8Array.from(Array.from(text, (character) => [character.charCodeAt(0) & 255, character.charCodeAt(0) >> 8]).flat());
}
