import { createDispatcher } from "@greenhook/core";
import { describe, expect, test } from "vitest";
import { startCase } from "../support/case-server.ts";
import { statusSample, textMessage } from "../support/notifications.ts";
import { chunked, chunkedHeaders, exchange, post } from "../support/raw-http.ts";

const bytes = (...parts: readonly (string | readonly number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));

/** The notification with one more field, whose value is given as JSON text. */
const withField = (value: string, name = '"extra"'): string => statusSample().replace(/}$/, `,${name}:${value}}`);
const nested = (depth: number): string => withField("[".repeat(depth - 1) + "]".repeat(depth - 1));

interface Refused {
  readonly id: number;
  readonly title: string;
  readonly body: string | Buffer;
  readonly code: string;
  readonly position?: number;
  readonly says?: RegExp;
}

const refused: readonly Refused[] = [
  // 46: each class of what is no JSON.
  { id: 46, title: "text", body: "hello", code: "JSON", position: 0, says: /a value should be here, at line 1, column 1/ },
  { id: 46, title: "text on the third line", body: '{\n"a":1,\n  x}', code: "JSON", position: 11, says: /at line 3, column 3/ },
  { id: 46, title: "a comma too many in an object", body: '{"a":1,}', code: "JSON", position: 7, says: /comma too many/ },
  { id: 46, title: "a comma too many in an array", body: '{"a":[1,]}', code: "JSON", position: 8, says: /comma too many/ },
  { id: 46, title: "no comma", body: '{"a":1 "b":2}', code: "JSON", position: 7, says: /a comma or }/ },
  { id: 46, title: "no colon", body: '{"a" 1}', code: "JSON", position: 5, says: /a colon/ },
  { id: 46, title: "a key without quotes", body: "{a:1}", code: "JSON", position: 1, says: /a key in double quotes/ },
  { id: 46, title: "single quotes", body: "{'a':1}", code: "JSON", position: 1 },
  { id: 46, title: "a single-quoted value", body: "{\"a\":'b'}", code: "JSON", position: 5, says: /double quotes/ },
  {
    id: 46,
    title: "zeros before a number",
    body: statusSample("000001"),
    code: "JSON",
    position: 68,
    says: /a number may not begin with zeros, at line 1, column 69/,
  },
  { id: 46, title: "a number ending in a point", body: '{"a":1.}', code: "JSON", position: 7, says: /a digit/ },
  { id: 46, title: "a plus sign", body: '{"a":+1}', code: "JSON", position: 5 },
  { id: 46, title: "NaN", body: '{"a":NaN}', code: "JSON", position: 5 },
  { id: 46, title: "hexadecimal", body: '{"a":0x1}', code: "JSON", position: 6 },
  { id: 46, title: "an exponent without digits", body: '{"a":1e+}', code: "JSON", position: 8 },
  { id: 46, title: "a lone minus", body: '{"a":-}', code: "JSON", position: 6 },
  { id: 46, title: "a line break in a string", body: '{"a":"b\nc"}', code: "JSON", position: 7, says: /control character/ },
  { id: 46, title: "an unknown escape", body: '{"a":"\\x41"}', code: "JSON", position: 6, says: /no such escape/ },
  { id: 46, title: "half a \\u escape", body: '{"a":"\\u00g0"}', code: "JSON", position: 6, says: /four hexadecimal digits/ },
  { id: 46, title: "a string without an end", body: '{"a":"b', code: "JSON", position: 7, says: /ends inside a string/ },
  { id: 46, title: "an object without an end", body: '{"a":1', code: "JSON", position: 6, says: /ends inside an object/ },
  { id: 46, title: "an array without an end", body: '{"a":[1', code: "JSON", position: 7, says: /ends inside an array/ },
  { id: 46, title: "two values", body: '{"a":1}{"b":2}', code: "JSON", position: 7, says: /follows the end/ },
  { id: 46, title: "a comment", body: '{"a":1}// b', code: "JSON", position: 7 },
  { id: 46, title: "capital letters", body: '{"a":True}', code: "JSON", position: 5 },
  { id: 46, title: "a form feed", body: '\u000c{"a":1}', code: "JSON", position: 0 },
  { id: 46, title: "100,000 opening brackets", body: "[".repeat(60_000), code: "DEPTH", position: 64 },
  { id: 46, title: "opening brackets and braces", body: '[{"":'.repeat(10_000), code: "DEPTH" },
  // 48: what a parser may do as it likes.
  { id: 48, title: "500 nested arrays", body: "[".repeat(500) + "]".repeat(500), code: "DEPTH", position: 64 },
  { id: 48, title: "UTF-16 with its mark", body: Buffer.from(`\uFEFF${statusSample()}`, "utf16le"), code: "UTF8" },
  { id: 48, title: "UTF-16 without", body: Buffer.from(statusSample(), "utf16le"), code: "JSON" },
  // 50: what is no UTF-8.
  { id: 50, title: "a byte that can't be", body: bytes('{"a":"', [0xff], '"}'), code: "UTF8" },
  { id: 50, title: "an overlong slash", body: bytes('{"a":"', [0xc0, 0xaf], '"}'), code: "UTF8" },
  { id: 50, title: "half a surrogate pair", body: bytes('{"a":"', [0xed, 0xa0, 0x80], '"}'), code: "UTF8" },
  { id: 50, title: "a character cut in the middle", body: bytes('{"a":"', [0xe2, 0x82], '"}'), code: "UTF8" },
  { id: 50, title: "a character beyond the last", body: bytes('{"a":"', [0xf4, 0xbf, 0xbf, 0xbf], '"}'), code: "UTF8" },
  { id: 51, title: "two byte order marks", body: `\uFEFF\uFEFF${statusSample()}`, code: "JSON", position: 0 },
  { id: 52, title: "65 levels", body: nested(65), code: "DEPTH" },
  { id: 54, title: "__proto__", body: withField('{"polluted":1}', '"__proto__"'), code: "POISON_KEY" },
  { id: 54, title: "__proto__ in escapes", body: withField('{"polluted":1}', '"\\u005f\\u005fproto__"'), code: "POISON_KEY" },
  {
    id: 54,
    title: "__proto__ all in escapes",
    body: withField("1", `"${Array.from("__proto__", (c) => `\\u00${c.charCodeAt(0).toString(16)}`).join("")}"`),
    code: "POISON_KEY",
  },
  { id: 54, title: "__proto__ further in", body: withField('[{"a":{"__proto__":{"polluted":1}}}]'), code: "POISON_KEY" },
  { id: 54, title: "constructor.prototype", body: withField('{"constructor":{"prototype":{"polluted":1}}}'), code: "POISON_KEY" },
  { id: 57, title: "an array", body: "[]", code: "SHAPE" },
  { id: 57, title: "null", body: "null", code: "SHAPE" },
  { id: 57, title: "a number", body: "1", code: "SHAPE" },
  { id: 57, title: "a string", body: '"x"', code: "SHAPE" },
  { id: 61, title: "no typeWebhook", body: "{}", code: "SCHEMA", says: /field "typeWebhook" is missing/ },
  {
    id: 61,
    title: "a typeWebhook that is a number",
    body: statusSample().replace('"statusInstanceChanged"', "7"),
    code: "SCHEMA",
    says: /field "typeWebhook" must be of type string/,
  },
];

const accepted: readonly { readonly id: number; readonly title: string; readonly body: string; readonly kind?: "unknown" }[] = [
  { id: 56, title: "a timestamp too large to hold", body: statusSample().replace("1700000000", "1e400"), kind: "unknown" },
  { id: 61, title: "a required field missing", body: statusSample().replace('"statusInstance":"online"', '"x":1'), kind: "unknown" },
  { id: 61, title: "a field of another type", body: statusSample().replace('"online"', "7") },
  { id: 61, title: "a message without its data", body: JSON.stringify({ ...textMessage(), messageData: undefined }), kind: "unknown" },
  { id: 63, title: "a timestamp in a string", body: statusSample().replace("1700000000", '"1700000000"') },
  { id: 67, title: "idInstance in a string", body: statusSample('"1"'), kind: "unknown" },
  ...[
    "-0",
    "0e1",
    "1E+2",
    "123.456e-7",
    "[]",
    "{}",
    '""',
    '"\\"\\\\\\/\\b\\f\\n\\r\\t\\u20AC"',
    '"\\uD83D\\uDE00"',
    "true",
    "false",
    "null",
    " [ 1 , 2 ] ",
    '"\u007f"',
    '"\u2028"',
  ].map((value) => ({ id: 47, title: `the value ${JSON.stringify(value)}`, body: withField(value) })),
  { id: 49, title: "a key twice", body: withField('1,"extra":2') },
  { id: 49, title: "a key in two normal forms", body: withField('1,"\u00e9":1,"e\u0301":2') },
  { id: 49, title: "half a surrogate pair in an escape", body: withField('"\\uD800"') },
  { id: 51, title: "a byte order mark", body: `\uFEFF${statusSample()}` },
  { id: 51, title: "a byte order mark inside a string", body: withField('"a\uFEFFb"') },
  { id: 52, title: "64 levels", body: nested(64) },
  { id: 52, title: "brackets in strings only", body: withField(JSON.stringify("[{".repeat(200) + '\\"[')) },
  { id: 55, title: "constructor as an ordinary field", body: withField("1", '"constructor"') },
  { id: 55, title: "constructor of an object without prototype", body: withField('{"a":1}', '"constructor"') },
  { id: 55, title: "names of inherited methods", body: withField('1,"toString":1,"hasOwnProperty":1,"valueOf":null') },
  { id: 56, title: "an integer above 2^53", body: statusSample("9007199254740993") },
  { id: 56, title: "minus zero", body: statusSample("-0") },
  { id: 56, title: "1e400 in a field that nobody knows", body: withField("1e400") },
  { id: 63, title: "a timestamp in milliseconds", body: statusSample().replace("1700000000", "1700000000123") },
  { id: 63, title: "a timestamp of zero", body: statusSample().replace("1700000000", "0") },
  { id: 63, title: "a negative timestamp", body: statusSample().replace("1700000000", "-5") },
  {
    id: 64,
    title: "an idMessage with NUL, quotes and a line break",
    body: JSON.stringify(textMessage("Hello", "\u0000'; DROP TABLE messages;--\n")),
  },
  { id: 64, title: "an idMessage of 50 kB", body: JSON.stringify(textMessage("Hello", "x".repeat(50_000))) },
  { id: 65, title: "emoji, joiners and reversed writing", body: JSON.stringify(textMessage("👩‍👩‍👧 \u202Eabc\u202C שלום")) },
  { id: 65, title: "half a surrogate pair in a text", body: JSON.stringify(textMessage("a\uD800b")) },
];

describe("bodies that can't be accepted", () => {
  test.each(refused)("$id $title: 400 $code, or kept", async ({ body, code, position, says }) => {
    const server = await startCase();
    const { responses } = await exchange(server.port, [post(body)]);
    expect(responses[0]?.status).toBe(400);
    const response = JSON.parse(responses[0]!.body) as { code: string; message: string; position?: number };
    expect(response.code).toBe(code);
    if (position !== undefined) expect(response.position).toBe(position);
    if (says !== undefined) expect(response.message).toMatch(says);
    expect(server.outcomes[0]).toMatchObject({ outcome: "refused", status: 400, code, message: response.message });

    const keeping = await startCase({ keep: true });
    const kept = await exchange(keeping.port, [post(body)]);
    expect(kept.responses[0]?.status).toBe(200);
    expect(JSON.parse(kept.responses[0]!.body)).toEqual({
      ok: true,
      quarantined: code,
      message: response.message,
      position: response.position,
    });
    expect(Buffer.from(keeping.kept[0]!.bytes!)).toEqual(Buffer.from(body as string));
    expect(keeping.kept[0]!.code).toBe(code);
    expect(keeping.outcomes[0]).toMatchObject({ outcome: "quarantined", status: 200, code });

    expect([...server.delivered, ...keeping.delivered]).toHaveLength(0);
    expect("polluted" in {}).toBe(false);
  });

  test.each(["", " ", " \r\n\t ", "\uFEFF", "\uFEFF \n"])("45 %j is empty: nothing to keep", async (body) => {
    for (const keep of [false, true]) {
      const server = await startCase({ keep });
      for (const request of [
        post(body),
        Buffer.concat([post("", chunkedHeaders), body === "" ? Buffer.from("0\r\n\r\n") : chunked(body)]),
      ]) {
        const { responses } = await exchange(server.port, [request]);
        expect(responses[0]?.status).toBe(400);
        expect(JSON.parse(responses[0]!.body)).toMatchObject({ code: "BODY_EMPTY" });
      }
      expect(server.kept).toHaveLength(0);
    }
  });

  test("52 200,000 levels are refused before they are parsed", { retry: 2 }, async () => {
    const server = await startCase({ maxBodyBytes: 1_000_000 });
    await exchange(server.port, [post("null")]);
    const started = performance.now();
    const { responses } = await exchange(server.port, [post("[".repeat(200_000) + "]".repeat(200_000))]);
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(JSON.parse(responses[0]!.body)).toMatchObject({ code: "DEPTH" });
    expect(server.outcomes[1]!.durationMilliseconds).toBeLessThan(1_000);
  });

  test("68 neither the token nor a phone number shows in a response or an outcome", async () => {
    const token = "canary-token-5f3a";
    const phone = "79005550123";
    const bodies = [
      `{"a":"${phone}",}`,
      withField(`{"b":"${phone}"}`, '"__proto__"'),
      JSON.stringify({ ...textMessage(), senderData: { chatId: 5, sender: `${phone}@c.us` } }),
      JSON.stringify({ ...textMessage(), typeWebhook: phone, instanceData: [phone] }),
      `{"${phone}":`,
    ];
    for (const body of bodies) {
      const server = await startCase({ token });
      for (const authorization of [`Bearer ${token}`, `Bearer ${token}x`]) {
        const { responses } = await exchange(server.port, [post(body, { authorization })]);
        expect(responses[0]!.body).not.toContain(phone);
        expect(responses[0]!.body).not.toContain(token);
      }
      for (const outcome of server.outcomes) {
        if (outcome.code === "UNKNOWN_TYPE") continue;
        expect(JSON.stringify(outcome)).not.toContain(phone);
        expect(JSON.stringify(outcome)).not.toContain(token);
      }
    }
  });

  test("70 what is said of a hostile object of 1 MB is short and quotes nothing", async () => {
    const hostile = {
      ...textMessage(),
      typeWebhook: Object.fromEntries(Array.from({ length: 30_000 }, (_, index) => [`secret${index}`, `secret${index}`])),
    };
    const server = await startCase({ maxBodyBytes: 4_000_000 });
    const { responses } = await exchange(server.port, [post(JSON.stringify(hostile))]);
    expect(JSON.parse(responses[0]!.body)).toMatchObject({ code: "SCHEMA" });
    expect(responses[0]!.body.length).toBeLessThan(2000);
    expect(JSON.stringify(server.outcomes[0])).not.toContain("secret");
  });
});

describe("bodies that are accepted", () => {
  test.each(accepted)("$id $title", async ({ body, kind = "known" }) => {
    const server = await startCase();
    const { responses } = await exchange(server.port, [post(body)]);
    const outcome = kind === "known" ? "handled" : "unknown";
    expect(responses[0]).toMatchObject({ status: 200, body: `{"ok":true,"outcome":"${outcome}"}` });
    const text = body.replace(/^\uFEFF/, "");
    expect(server.delivered[0]).toMatchObject({ kind });
    expect(server.delivered[0]!.value).toEqual(JSON.parse(text));
    expect(server.contexts[0]!.rawText).toBe(text);
    expect(server.outcomes[0]!.lagSeconds ?? 0).not.toBeNaN();
  });

  test("53 60,000 keys, and an array of 500,000, hold the loop up for no second", { retry: 2 }, async () => {
    const keys = withField(`{${Array.from({ length: 60_000 }, (_, index) => `"k${index}":${index}`).join()}}`);
    const array = withField(`[${"0,".repeat(499_999)}0]`);
    const server = await startCase({ maxBodyBytes: 8_000_000 });
    for (const body of [keys, array]) expect((await exchange(server.port, [post(body)])).responses[0]?.status).toBe(200);
    for (const { durationMilliseconds } of server.outcomes) expect(durationMilliseconds).toBeLessThan(1_500);
  });

  test("58 an unknown typeWebhook is delivered as unknown", async () => {
    const server = await startCase();
    const body = { ...textMessage(), typeWebhook: "somethingNew" };
    expect((await exchange(server.port, [post(JSON.stringify(body))])).responses[0]?.status).toBe(200);
    expect(server.delivered[0]).toMatchObject({ kind: "unknown", typeWebhook: "somethingNew", value: body });
    expect(server.outcomes[0]).toMatchObject({ outcome: "unknown", code: "UNKNOWN_TYPE" });
  });

  test("58 an unknown typeWebhook that nobody listens for is still reported as such", async () => {
    const server = await startCase({ deliver: createDispatcher() });
    await exchange(server.port, [post(JSON.stringify({ ...textMessage(), typeWebhook: "somethingNew" }))]);
    expect(server.outcomes[0]).toMatchObject({ outcome: "ignored", status: 200, code: "UNKNOWN_TYPE", typeWebhook: "somethingNew" });
  });

  test("59 an unknown typeMessage is delivered as unknown, with its envelope", async () => {
    const server = await startCase();
    const body = { ...textMessage(), messageData: { typeMessage: "hologramMessage" } };
    expect((await exchange(server.port, [post(JSON.stringify(body))])).responses[0]?.status).toBe(200);
    expect(server.delivered[0]).toMatchObject({
      kind: "unknown",
      typeWebhook: "incomingMessageReceived",
      typeMessage: "hologramMessage",
      envelope: { idMessage: body.idMessage, senderData: { chatId: "79000000001@c.us" }, instanceData: { idInstance: 1101000001 } },
    });
  });
});
