import { bytesOf, contractNotification, notificationWith } from "./contract-body.ts";
import type { ContractCase } from "./contract-case.ts";

/** Values that are not JSON. */
const broken = [
  "[1,]",
  "[,1]",
  "[1,,2]",
  "[1 2]",
  "[1",
  "[",
  "]",
  '{"a":1,}',
  '{"a" 1}',
  '{"a":}',
  "{a:1}",
  "{'a':1}",
  '{"a":1 "b":2}',
  '{"a":1,,"b":2}',
  '{"a"',
  "{1:1}",
  "'a'",
  '"a',
  '"\t"',
  '"\n"',
  '"\0"',
  '"\\x41"',
  '"\\u12"',
  '"\\uD8Z0"',
  '"\\"',
  '"\\a"',
  "01",
  "-01",
  "+1",
  "-",
  "1.",
  ".5",
  "1e",
  "1e+",
  "0x1F",
  "1_000",
  "1.2.3",
  "NaN",
  "Infinity",
  "-Infinity",
  "1a",
  "\uFF11",
  "True",
  "nul",
  "tru",
  "undefined",
  "",
  "1//x",
  "1/**/",
  "1}",
  "1}{",
  "1,",
  '"a"b',
  "\u00A01",
  "\u2028",
  "\f1",
  "<null>",
  "#1",
  "=",
  "`a`",
  "1;",
];

/** Values that are JSON, however odd. */
const odd = [
  "[]",
  "{}",
  '""',
  "0",
  "-0",
  "-1",
  "1e400",
  "-1E+2",
  "0e1",
  "1e-2",
  "1.5",
  "9007199254740993",
  "123123123123123123123123123123",
  "true",
  "null",
  " [ 1 , 2 ] ",
  "\t\r\n1",
  '{"a":1,"a":2}',
  '{"":0}',
  '{"a\\u0000b":1}',
  '"\\u0000"',
  '"\\uD834\\uDD1E"',
  '"\\ud83d"',
  '"\\uDEAD\\uD83D"',
  '"\\\\\\/\\b\\f\\n\\r\\t\\""',
  '"\u2028"',
  '"\u007F"',
  '"\uFEFF"',
  '"\u{10FFFF}"',
  '"\u{1F600}"',
  '"\u202Eabc"',
  '"e\\u0301\u00E9"',
  '{"e\u0301":1,"\u00E9":2}',
  "[[[[[[[[[[]]]]]]]]]]",
  '[1,"a",{"b":[null,false]}]',
];

/** Bytes that are not UTF-8, within a text. */
const notUtf8: readonly (readonly number[])[] = [
  [0xff],
  [0x80],
  [0xc3],
  [0xe2, 0x82],
  [0xf0, 0x9f, 0x98],
  [0xc0, 0xaf],
  [0xe0, 0x80, 0xaf],
  [0xf0, 0x80, 0x80, 0xaf],
  [0xed, 0xa0, 0x80],
  [0xf4, 0x90, 0x80, 0x80],
  [0xfe, 0xff],
  [0xe9],
];

const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);

/** JSON and its mistakes: rows 46 to 55. Each class of the public JSON test suites, with cases of our own. */
export const jsonCases: readonly ContractCase[] = [
  ...broken.map((value, index) =>
    refusedAs("JSON", `46.${index + 1}`, `not JSON: ${printable(value)}`, notificationWith(value), ["400 foreign"]),
  ),
  ...odd.map((value, index) => accepted(`47.${index + 1}`, `JSON: ${printable(value)}`, notificationWith(value))),
  ...notUtf8.map((bytes, index) =>
    refusedAs("UTF8", `50.${index + 1}`, `not UTF-8: ${bytes.map((byte) => byte.toString(16)).join(" ")}`, textWith(bytes), [
      "200",
      "400 foreign",
    ]),
  ),
  refusedAs("UTF8", "50.20", "UTF-8 that ends within a character", bytesOf(notificationWith('"é').slice(0, -2), [0xc3]), [
    "400 foreign",
    "400 JSON",
    "200 quarantined JSON",
  ]),
  accepted("51.1", "a byte order mark", bytesOf([0xef, 0xbb, 0xbf], contractNotification())),
  refusedAs("JSON", "51.2", "two byte order marks", bytesOf([0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf], contractNotification()), [
    "200",
    "400 foreign",
  ]),
  refusedAs("JSON", "51.3", "a byte order mark between tokens", notificationWith("\uFEFF1"), ["400 foreign"]),
  accepted("52.1", "64 levels", notificationWith(nested(63))),
  refusedAs("DEPTH", "52.2", "65 levels", notificationWith(nested(64))),
  refusedAs("DEPTH", "52.3", "30,000 levels", notificationWith(nested(30_000))),
  refusedAs("DEPTH", "52.4", "60,000 brackets that nothing closes", "[".repeat(60_000), ["400 foreign"]),
  accepted("52.5", "brackets within a string", notificationWith(`"${nested(100)}"`)),
  refusedAs("POISON_KEY", "54.1", "__proto__", notificationWith('{"__proto__":{"polluted":1}}'), ["400 foreign"]),
  refusedAs("POISON_KEY", "54.2", "__proto__, escaped", notificationWith('{"\\u005f\\u005fproto__":{"polluted":1}}'), ["400 foreign"]),
  refusedAs("POISON_KEY", "54.3", "__proto__, nested", notificationWith('[{"a":{"__proto__":null}}]'), ["400 foreign"]),
  refusedAs("POISON_KEY", "54.4", "constructor.prototype", notificationWith('{"constructor":{"prototype":{}}}'), ["400 foreign"]),
  refusedAs("POISON_KEY", "54.5", "constructor.prototype, escaped", notificationWith('{"\\u0063onstructor":{"prototyp\\u0065":{}}}'), [
    "400 foreign",
  ]),
  refusedAs("POISON_KEY", "54.6", "__proto__ at the top", `{"__proto__":{},${contractNotification().slice(1)}`, ["400 foreign"]),
  accepted("55.1", "a field called constructor", notificationWith('1,"constructor":1')),
  accepted("55.2", "fields called toString and hasOwnProperty", notificationWith('1,"toString":1,"hasOwnProperty":{}')),
  accepted("55.3", "__proto__ as a value", notificationWith('"__proto__"')),
];

function accepted(id: string, title: string, body: string | Uint8Array): ContractCase {
  return { id, title, request: { body }, expected: { D: "200", Q: "200" } };
}

function refusedAs(
  code: string,
  id: string,
  title: string,
  body: string | Uint8Array,
  behindBodyParser: readonly string[] = [],
): ContractCase {
  return { id, title, request: { body }, expected: { D: `400 ${code}`, Q: `200 quarantined ${code}` }, behindBodyParser };
}

function textWith(bytes: readonly number[]): Uint8Array {
  return bytesOf(notificationWith('"x').slice(0, -1), bytes, '"}');
}

/** In ASCII, for a title. */
function printable(text: string): string {
  return JSON.stringify(text).replaceAll(/[^ -~]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
