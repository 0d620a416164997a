import { describe, expect, test } from "vitest";
import { respondingServer } from "../support/responding-server.ts";
import { textMessage } from "../support/notifications.ts";
import { inspected, type Inspected } from "./inspected.ts";

/** The rows on the stream, until there are as many; `meanwhile` is done once it has begun. */
async function streamed(
  { port, key }: Inspected,
  count: number,
  reveal = 0,
  meanwhile?: () => Promise<void>,
): Promise<{ hello: unknown; rows: Record<string, unknown>[] }> {
  const response = await fetch(`http://127.0.0.1:${port}/api/stream?reveal=${reveal}`, { headers: { "x-greenhook-key": key } });
  expect(response.headers.get("content-type")).toMatch(/^text\/event-stream/);
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  const rows: Record<string, unknown>[] = [];
  let hello: unknown;
  let text = "";
  const done = meanwhile?.();
  while (rows.length < count) {
    const { value, done: ended } = await reader.read();
    if (ended) throw new Error("The stream has ended");
    text += value;
    const blocks = text.split("\n\n");
    text = blocks.pop()!;
    for (const block of blocks) {
      const data: unknown = JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? "null");
      if (block.startsWith("event: hello")) hello = data;
      if (block.startsWith("event: rows")) rows.push(...(data as typeof rows));
    }
  }
  await reader.cancel();
  await done;
  return { hello, rows };
}

/** Who asks, what gives them away, and the response. */
const strangers: readonly (readonly [string, Readonly<Record<string, string>>, number])[] = [
  ["another name, as after DNS rebinding", { host: "evil.example" }, 421],
  ["its own port under another name", { host: "evil.example:PORT" }, 421],
  ["another origin", { origin: "https://evil.example" }, 403],
  ["an opaque origin", { origin: "null" }, 403],
  ["a page of another site", { "sec-fetch-site": "cross-site" }, 403],
  ["a page of another port", { "sec-fetch-site": "same-site" }, 403],
  ["no key", { "x-greenhook-key": "" }, 401],
  ["a wrong key", { "x-greenhook-key": "f".repeat(32) }, 401],
];

describe("the inspector's server", () => {
  test("serves the page with a policy that allows nothing but its own files", async () => {
    const { ask, key } = await inspected();
    const page = await ask("/");
    expect(page.status).toBe(200);
    expect(page.headers["content-security-policy"]).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self';/,
    );
    expect(page.text).not.toMatch(/https?:\/\/|<script(?! type="module" src="main\.js">)| style=| on\w+=/);
    for (const file of ["/main.js", "/page.css"]) expect((await ask(file)).status).toBe(200);
    for (const path of ["/../greenhook.js", "/page/main.js", "/..%2fgreenhook.js", "/main.d.ts"])
      expect([(await ask(path)).status, (await ask(path, { headers: { "x-greenhook-key": key } })).status]).toEqual([401, 404]);
    expect((await ask("/", { method: "POST" })).status).toBe(405);
  });

  test("gives every response the same safety headers, the stream's and refusals too", async () => {
    const at = await inspected();
    await at.deliver(textMessage());
    const withKey = { "x-greenhook-key": at.key };
    const stream = await fetch(`http://127.0.0.1:${at.port}/api/stream`, { headers: withKey });
    await stream.body!.cancel();
    const answers = [
      Object.fromEntries(stream.headers),
      (await at.ask("/")).headers,
      (await at.ask("/api/deliveries/1", { headers: withKey })).headers,
      (await at.ask("/api/deliveries/1")).headers,
      (await at.ask("/", { headers: { host: "evil.example" } })).headers,
    ];
    for (const headers of answers) {
      expect(headers).toMatchObject({
        "content-security-policy": expect.stringMatching(/^default-src 'none'; .*frame-ancestors 'none'/) as string,
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "cache-control": "no-store",
      });
    }
  });

  test("serves no data to strangers, whichever way they come", async () => {
    const { ask, key, port, deliver } = await inspected();
    await deliver(textMessage());
    for (const [who, headers, status] of strangers) {
      const given = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value.replace("PORT", String(port))]));
      for (const [path, method] of [
        ["/api/deliveries/1", "GET"],
        ["/api/stream", "GET"],
        ["/api/deliveries/1/replay", "POST"],
        ["/api/clear", "POST"],
      ] as const) {
        const response = await ask(path, { method, headers: { "x-greenhook-key": key, ...given } });
        expect({ who, path, status: response.status }).toEqual({ who, path, status });
        expect(response.text).not.toContain("textMessage");
        expect(response.headers["access-control-allow-origin"]).toBeUndefined();
      }
      expect((await ask("/", { headers: given })).status).toBe(status === 421 ? 421 : headers["origin"] === undefined ? 200 : 403);
    }
  });

  test("streams what arrives, numbers masked until asked for", async () => {
    const at = await inspected();
    expect(await at.deliver(textMessage("Call +7 900 000-00-02, I am 79000000003"))).toBe(200);
    expect(await at.deliver(textMessage(), "Bearer wrong")).toBe(401);
    expect(await at.deliver({ ...textMessage(), typeWebhook: "new" })).toBe(200);
    const masked = await streamed(at, 3);
    expect(masked.hello).toMatchObject({ capacity: 10_000, revealed: false });
    expect(masked.rows).toMatchObject([
      {
        id: 1,
        status: 200,
        outcome: "handled",
        kind: "incomingMessageReceived",
        chat: "•••0001@c.us",
        text: "Call •••0002, I am •••0003",
        attempt: 1,
        source: "webhook",
      },
      { id: 2, status: 401, outcome: "refused", code: "AUTH_INVALID", kind: "" },
      { id: 3, status: 200, outcome: "unknown", kind: "new" },
    ]);
    const revealed = await streamed(at, 3, 1);
    expect(revealed.rows[0]).toMatchObject({ chat: "79000000001@c.us", text: "Call +7 900 000-00-02, I am 79000000003" });
  });

  test("says in a word what a message says", async () => {
    const at = await inspected();
    const file = { downloadUrl: "https://media.example.com/1", fileName: "menu.jpeg", mimeType: "image/jpeg" };
    const place = { latitude: 1.5, longitude: 2 };
    const said: readonly (readonly [object, string])[] = [
      [{ typeMessage: "imageMessage", fileMessageData: { ...file, caption: "" } }, "menu.jpeg"],
      [{ typeMessage: "imageMessage", fileMessageData: { ...file, caption: "Today's" } }, "Today's"],
      [{ typeMessage: "pollMessage", pollMessageData: { name: "When?", options: [{ optionName: "Now" }] } }, "When?"],
      [{ typeMessage: "contactMessage", contactMessageData: { displayName: "Boris", vcard: "BEGIN:VCARD" } }, "Boris"],
      [{ typeMessage: "contactMessage", contactMessageData: { firstName: "Boris", lastName: "B.", vcard: "BEGIN:VCARD" } }, "Boris B."],
      [
        {
          typeMessage: "contactsArrayMessage",
          messageData: {
            contacts: [
              { displayName: "", vcard: "" },
              { displayName: "Boris", vcard: "" },
            ],
          },
        },
        "Boris",
      ],
      [{ typeMessage: "locationMessage", locationMessageData: place }, "1.5, 2"],
      [{ typeMessage: "locationMessage", locationMessageData: { ...place, nameLocation: "Home" } }, "Home"],
    ];
    for (const [index, [messageData]] of said.entries())
      expect(await at.deliver({ ...textMessage("", `ID${index}`), messageData })).toBe(200);
    const { rows } = await streamed(at, said.length);
    expect(rows.map(({ text }) => text)).toEqual(said.map(([, text]) => text));
  });

  test("counts attempts, and shows issues and new fields at their place", async () => {
    const at = await inspected();
    const message = { ...textMessage(), added: { token: "secret" } };
    for (let time = 0; time < 2; time++) await at.deliver(message);
    const { senderData, ...broken } = textMessage();
    await at.deliver({ ...broken, idMessage: true, senderData: { ...senderData, chatId: undefined } });
    const { rows } = await streamed(at, 3);
    expect(rows).toMatchObject([{ attempt: 1, unknownFields: 1 }, { attempt: 2 }, { outcome: "unknown", issues: 2 }]);
    const added = await at.json("/api/deliveries/1");
    expect(added["unknownFields"]).toEqual(["added"]);
    expect(added["raw"]).toContainEqual({ depth: 1, key: '"added"', type: "bracket", text: "{", mark: "unknown", note: "unknown field" });
    expect(added["raw"]).toContainEqual({ depth: 2, key: '"token"', type: "string", text: '"•••"' });
    expect((await at.json("/api/deliveries/3"))["raw"]).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ key: '"idMessage"', mark: "issue", note: "must be of type string, not boolean" }),
        expect.objectContaining({ key: '"chatId"', mark: "issue", note: "is missing" }),
      ]),
    );
  });

  test("gives a curl line and a fixture with made-up numbers, and the real ones only when asked", async () => {
    const at = await inspected();
    await at.deliver({
      ...textMessage("79123456789 or +7 912 345-67-89, ask for 12"),
      senderData: { ...textMessage().senderData, chatId: "79123456789@c.us" },
    });
    const masked = await at.json("/api/deliveries/1");
    expect(JSON.stringify(masked)).not.toMatch(/79123456789|345-67/);
    expect(JSON.parse(masked["fixture"] as string)).toMatchObject({
      senderData: { chatId: "79000000002@c.us" },
      messageData: { textMessageData: { textMessage: "79000000002 or 79000000002, ask for 12" } },
      instanceData: { idInstance: 1101000001 },
      idMessage: textMessage().idMessage,
    });
    expect(masked["curl"]).toMatch(/^curl 'http:\/\/127\.0\.0\.1:\d+\/green-api\/webhook\/' -H "Authorization: Bearer \$WEBHOOK_TOKEN"/);
    const revealed = await at.json("/api/deliveries/1?reveal=1");
    expect(JSON.parse(revealed["body"] as string)).toMatchObject({ senderData: { chatId: "79123456789@c.us" } });
    expect(JSON.stringify(masked) + JSON.stringify(revealed)).not.toContain("secret");
  });

  test("replays to the handler, edited or not, and to another address", async () => {
    const at = await inspected();
    await at.deliver(textMessage("Hello"));
    expect(await at.json("/api/deliveries/1/replay", { target: "handler" })).toMatchObject({
      status: 200,
      text: '{"ok":true,"outcome":"handled"}',
    });
    expect(await at.json("/api/deliveries/1/replay", { target: "handler", body: "{bad" })).toMatchObject({
      status: 200,
      text: expect.stringContaining("JSON") as string,
    });
    const { url, arrived } = await respondingServer((_, response) => response.writeHead(418).end("short"));
    expect(await at.json("/api/deliveries/1/replay", { target: url, body: "{}" })).toMatchObject({ status: 418, text: "short" });
    expect(arrived).toEqual([{ body: "{}", authorization: undefined }]);
    expect(await at.json("/api/deliveries/1/replay", { target: "javascript:alert(1)" })).toMatchObject({
      text: "The URL must begin with http:// or https://",
    });
    const { rows } = await streamed(at, 3);
    expect(rows).toMatchObject([{ source: "webhook" }, { source: "replay", attempt: 2 }, { source: "replay", outcome: "quarantined" }]);
  });

  test("delivers a sample on request, and gives the deliveries of one chat of one instance", async () => {
    const at = await inspected({ token: "secret" });
    expect(await at.json("/api/sample", {})).toMatchObject({ status: 200 });
    await at.deliver(textMessage("one", "ONE"));
    await at.deliver({ ...textMessage("of another instance", "TWO"), instanceData: { ...textMessage().instanceData, idInstance: 2 } });
    await at.deliver({ ...textMessage("three", "THREE"), typeWebhook: "outgoingMessageReceived" });
    await at.deliver('{"typeWebhook":"new"}');
    const rows = (await at.json("/api/deliveries/2/chat")) as unknown as { text: string; chat: string }[];
    expect(rows.map(({ text }) => text)).toEqual(["Hello! Is my parcel on its way?", "one", "three"]);
    expect(rows[0]?.chat).toBe("•••0001@c.us");
    expect(await at.json("/api/deliveries/5/chat")).toEqual([]);
    expect((await at.ask("/api/sample", { method: "POST" })).status).toBe(401);
  });

  test("forgets when told to, and says so of one that is gone", async () => {
    const at = await inspected();
    await at.deliver(textMessage());
    expect(await at.json("/api/clear", {})).toEqual({ nextId: 2 });
    expect((await at.ask("/api/deliveries/1", { headers: { "x-greenhook-key": at.key } })).status).toBe(404);
  });

  test.each<[string, readonly string[], (at: Inspected) => Promise<unknown>]>([
    ["before it", [], () => Promise.resolve()],
    [
      "between an arrival and the next batch",
      ["sent at once"],
      async (at) => {
        for (const text of ["sent at once", "forgotten"]) await at.deliver(textMessage(text, text));
        await at.json("/api/clear", {});
        await new Promise((resolve) => setTimeout(resolve, 150));
      },
    ],
  ])("a stream goes on after a Clear %s", async (_, sent, meanwhile) => {
    const at = await inspected();
    await at.deliver(textMessage("before", "BEFORE"));
    await at.json("/api/clear", {});
    const { rows } = await streamed(at, sent.length + 1, 0, async () => {
      await meanwhile(at);
      await at.deliver(textMessage("after", "AFTER"));
    });
    expect(rows.map(({ text }) => text)).toEqual([...sent, "after"]);
  });

  test("lets a stream go on where it broke", async () => {
    const at = await inspected();
    for (let index = 0; index < 3; index++) await at.deliver(textMessage("Hello", `ID${index}`));
    const response = await fetch(`http://127.0.0.1:${at.port}/api/stream`, {
      headers: { "x-greenhook-key": at.key, "last-event-id": "2" },
    });
    const reader = response.body!.getReader();
    let text = "";
    while (!text.includes("event: rows")) text += new TextDecoder().decode((await reader.read()).value);
    await reader.cancel();
    expect(text).toContain('"id":3');
    expect(text).not.toContain('"id":2,');
  });
});
