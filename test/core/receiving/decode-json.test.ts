import { createReceiver, describeJsonError, type ArrivalBody } from "@greenhook/core";
import { describe, expect, test } from "vitest";

const [noValue, noKey] = ["a value should be here", "a key in double quotes should be here"];

test.each<[text: string, described: string | undefined]>([
  ['{"a":1}', undefined],
  [" 1 ", undefined],
  ["", "it is empty"],
  [" \r\n\t", "it is empty"],
  ['{"token":"secret",}', "there is a comma too many, at column 19"],
  ['{\n  "a": tru\n}', `${noValue}, at line 2, column 8`],
  ['{"a":1.}\n', "a digit should be here, at column 8"],
  ["[".repeat(100_000), "it is nested more than 64 levels deep"],
  ["[".repeat(64), "the text ends where a value should be, at column 65"],
  ["[1]\r\n\n [", "something follows the end of the value, at line 3, column 2"],
  ["[1,\n2,\n3\n", "the text ends inside an array, at line 4, column 1"],
  ["{", "the text ends inside an object, at column 2"],
  ['{"a"', "the text ends inside an object, at column 5"],
  ['{"a":1', "the text ends inside an object, at column 7"],
  ['{"a":1,', "the text ends inside an object, at column 8"],
  ['{"a":', "the text ends where a value should be, at column 6"],
  ['{"a" 1}', "a colon should be here, at column 6"],
  ['{"a":1 "b":2}', "a comma or } should be here, at column 8"],
  ["{a:1}", `${noKey}, at column 2`],
  ['{"a":1,b:2}', `${noKey}, at column 8`],
  ["{,}", `${noKey}, at column 2`],
  ["[1 2]", "a comma or ] should be here, at column 4"],
  ["[1,]", "there is a comma too many, or a value is missing, at column 4"],
  ['{"a":}', "there is a comma too many, or a value is missing, at column 6"],
  ["'a'", "strings are in double quotes, at column 1"],
  ["nul", `${noValue}, at column 1`],
  ["-", "a digit should be here, at column 2"],
  ["-x", "a digit should be here, at column 2"],
  ["01", "a number may not begin with zeros, at column 1"],
  ["-00", "a number may not begin with zeros, at column 2"],
  ["1.", "a digit should be here, at column 3"],
  ["1e", "a digit should be here, at column 3"],
  ["1E+x", "a digit should be here, at column 4"],
  ["1e--1", "a digit should be here, at column 4"],
  ['"a', "the text ends inside a string, at column 3"],
  ['"a\\', "the text ends inside a string, at column 4"],
  ['"a\t"', "a control character in a string must be escaped, at column 3"],
  ['"\u001f"', "a control character in a string must be escaped, at column 2"],
  ['"a\\x"', "there is no such escape, at column 3"],
  ['"\\u12g4"', "\\u must be followed by four hexadecimal digits, at column 2"],
  ['"\\u123"', "\\u must be followed by four hexadecimal digits, at column 2"],
])("describeJsonError(%j) says where, and quotes nothing", (text, described) => {
  expect(describeJsonError(text)).toBe(described);
});

const values = [
  "0",
  "-0",
  "10",
  "-1.5",
  "0.25",
  "1e5",
  "1E+5",
  "12.50e-07",
  '""',
  '" ~\u007f\u2028"',
  '"\\"\\\\\\/\\b\\f\\n\\r\\t\\u20Ac"',
];
const wholes = ["true", "false", "null", "[]", "{}", "[ ]", "{ }", "[\t1\n,\r[2] ]", '{ "a" : 1 , "b":{"c":[null]}, "":"" }'];

test.each([...values, ...wholes])("describeJsonError() finds what comes after %s", (value) => {
  const text = `[${value} , ?]`;
  const position = text.indexOf("?");
  const [line, column] = [text.slice(0, position).split("\n").length, position - text.lastIndexOf("\n", position)];
  expect(describeJsonError(text)).toBe(`${noValue}, at ${line === 1 ? "" : `line ${line}, `}column ${column}`);
});

describe("a body", () => {
  const receiver = createReceiver({ deliver: () => "stored" });
  const codesOf = async (json: string): Promise<unknown[]> => {
    const bodies: ArrivalBody[] = [
      { kind: "text", text: json },
      { kind: "bytes", bytes: new TextEncoder().encode(`\uFEFF${json}`) },
      { kind: "value", value: JSON.parse(json) as unknown },
    ];
    const receipts = bodies.map((body) => receiver.receive({ body, source: "tests" }));
    return (await Promise.all(receipts)).map(({ code, position }) => (position === undefined ? code : [code, position]));
  };
  const withField = (json: string): string => `{"typeWebhook":"later","a":${json}}`;
  const nested = (open: string, close: string, depth: number): string => `${open.repeat(depth)}1${close.repeat(depth)}`;
  const before = withField("").length - 1;

  test.each([
    ["63 lists", nested("[", "]", 63)],
    ["63 objects", nested('{"a":', "}", 63)],
    ["many, side by side", `[${"[],{},".repeat(100)}1]`],
    ["brackets in texts", `"${"[{".repeat(100)}"`],
    ["brackets after escaped quotes", JSON.stringify(`"${"[".repeat(100)}\\`)],
    ["a constructor that is none", '[{"constructor":null},{"constructor":"prototype"},{"constructor":{"a":1}},{"constructor":[]}]'],
    ["a text about prototypes", '["__proto__","\\u005f","prototype"]'],
  ])("is delivered with %s", async (_, json) => {
    expect(await codesOf(withField(json))).toEqual(["UNKNOWN_TYPE", "UNKNOWN_TYPE", "UNKNOWN_TYPE"]);
  });

  test.each([
    ["64 lists", nested("[", "]", 64), 63],
    ["64 objects", nested('{"a":', "}", 64), 63 * 5],
    ["64 lists after a text that ends in a backslash", `["\\\\",${nested("[", "]", 63)}]`, 6 + 62],
    ["64 lists after others", `[[],{},${nested("[", "]", 63)}]`, 7 + 62],
  ])("is refused with %s", async (_, json, at) => {
    expect(await codesOf(withField(json))).toEqual([["DEPTH", before + at], ["DEPTH", before + at], "DEPTH"]);
  });

  test.each(['{"__proto__":1}', '[[{"__proto__":null}]]', '{"a":{"constructor":{"prototype":1}}}', '{"\\u005f_pr\\u006fto__":1}'])(
    "is refused with a key that changes prototypes: %s",
    async (json) => {
      expect(await codesOf(withField(json))).toEqual(["POISON_KEY", "POISON_KEY", "POISON_KEY"]);
    },
  );

  test("is refused if it is empty, or no object", async () => {
    const receive = async (body: ArrivalBody) => (await receiver.receive({ body, source: "tests" })).code;
    for (const text of ["", "\uFEFF", " \t\r\n"]) expect(await receive({ kind: "text", text })).toBe("BODY_EMPTY");
    expect(await receive({ kind: "bytes", bytes: new Uint8Array(0), contentEncoding: "gzip" })).toBe("BODY_EMPTY");
    expect(await receive({ kind: "value", value: undefined })).toBe("BODY_EMPTY");
    for (const json of ["null", "[]", '"x"', "1"]) expect(await codesOf(json)).toEqual(["SHAPE", "SHAPE", "SHAPE"]);
  });

  test("that is no JSON is refused with the place", async () => {
    const receipt = await receiver.receive({ body: { kind: "text", text: '{\n"a":\n?' }, source: "tests" });
    expect(receipt).toMatchObject({ code: "JSON", position: 7, message: `The body is not JSON: ${noValue}, at line 3, column 1` });
  });
});
