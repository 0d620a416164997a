import type { InspectedInbox, InspectedInboxFilter, InspectedInboxItem, InspectOptions } from "@greenhook/inspector";
import { expect, test } from "vitest";
import { textMessage } from "../support/notifications.ts";
import { inspected } from "./inspected.ts";

const lane = "1101000001/79000000001@c.us";
const item = (id: string, part: Partial<InspectedInboxItem> = {}): InspectedInboxItem => ({
  id,
  lane,
  state: "dead",
  typeWebhook: "incomingMessageReceived",
  origin: "webhook",
  storedAt: new Date(1_700_000_000_000),
  attempt: 3,
  lastError: "no customer +79000000001, token=canary",
  ...part,
});

/** An inbox in memory, and what it was asked to change. */
function fakeInbox(items: readonly InspectedInboxItem[]): InspectedInbox & { readonly changes: unknown[] } {
  const changes: unknown[] = [];
  const change = (what: string) => (filter: InspectedInboxFilter) => {
    changes.push([what, filter]);
    return Promise.resolve(1);
  };
  const count = (state: string): number => items.filter((each) => each.state === state).length;
  return {
    changes,
    stats: () =>
      Promise.resolve({
        waiting: count("waiting"),
        running: count("running"),
        done: count("done"),
        dead: count("dead"),
        oldestWaitingSeconds: 7,
        blockedLanes: 1,
      }),
    items: {
      list: (filter) =>
        Promise.resolve(
          items
            .filter(({ state, lane: of }) => state === filter.state && (filter.lane === undefined || of === filter.lane))
            .slice(0, filter.limit),
        ),
      textOf: (id) => Promise.resolve(id === "gone" ? undefined : id === "broken" ? "{79000000001" : JSON.stringify(textMessage("Hello"))),
      retry: change("retry"),
      erase: change("erase"),
    },
  };
}

test("shows counts, lanes and items of a state, in one lane or all; numbers masked until asked for", async () => {
  const inbox = fakeInbox([item("1"), item("2", { lane: "1101000001/79000000002@c.us" }), item("3", { state: "waiting", attempt: 0 })]);
  const { json } = await inspected({ inbox });
  const masked = await json("/api/inbox?state=dead");
  expect(masked).toMatchObject({
    dead: 2,
    waiting: 1,
    blockedLanes: 1,
    oldestWaitingSeconds: 7,
    lanes: [
      { lane: "1101000001/•••0001@c.us", running: 0, waiting: 1, dead: 1 },
      { lane: "1101000001/•••0002@c.us", dead: 1 },
    ],
    items: [
      { id: "1", state: "dead", attempt: 3, lane: "1101000001/•••0001@c.us", lastError: "no customer •••0001, token=•••" },
      { id: "2" },
    ],
  });
  expect(JSON.stringify(masked)).not.toMatch(/79000000001|canary/);
  expect(await json("/api/inbox?state=dead&reveal=1")).toMatchObject({ lanes: [{ lane }, {}], items: [{ lane }, {}] });
  const [first] = masked["lanes"] as { id: string }[];
  expect(await json(`/api/inbox?state=dead&lane=${first!.id}`)).toMatchObject({ items: [{ id: "1" }] });
  expect(((await json("/api/inbox?state=dead&lane=nonsense"))["items"] as unknown[]).length).toBe(0);
  expect(await json("/api/inbox?state=waiting")).toMatchObject({ items: [{ id: "3", attempt: 0 }] });
});

test("shows the text of an item as lines, masked; says so where it is gone", async () => {
  const { json } = await inspected({ inbox: fakeInbox([]) });
  const text = JSON.stringify(await json("/api/inbox/items/a%2Fb"));
  expect(text).toContain("•••0001@c.us");
  expect(text).not.toContain("79000000001");
  expect(JSON.stringify(await json("/api/inbox/items/1?reveal=1"))).toContain("79000000001@c.us");
  expect(JSON.stringify(await json("/api/inbox/items/broken"))).not.toContain("79000000001");
  expect(await json("/api/inbox/items/gone")).toEqual({ raw: [] });
});

test("retries and erases one item, and retries all dead ones; only with the key", async () => {
  const inbox = fakeInbox([]);
  const { json, ask } = await inspected({ inbox });
  const paths = ["/api/inbox/items/a%2Fb/retry", "/api/inbox/items/1/erase", "/api/inbox/retry"];
  for (const path of [...paths, "/api/inbox/../inbox/retry"])
    expect((await ask(path, { method: "POST", headers: { "x-greenhook-key": "wrong" } })).status).toBe(401);
  for (const path of ["/api/inbox", "/api/inbox/items/1"]) expect((await ask(path)).status).toBe(401);
  expect(inbox.changes).toEqual([]);
  for (const path of paths) expect(await json(path, {})).toEqual({ count: 1 });
  expect(inbox.changes).toEqual([
    ["retry", { ids: ["a/b"] }],
    ["erase", { ids: ["1"] }],
    ["retry", { state: "dead" }],
  ]);
});

test("an inbox that is away is a sentence without numbers; where there is none, there is no tab, and what is none is refused", async () => {
  const away = { ...fakeInbox([]), stats: () => Promise.reject(new Error("no row for 79000000001")) };
  const broken = await inspected({ inbox: away });
  const headers = { "x-greenhook-key": broken.key };
  const response = await broken.ask("/api/inbox", { headers });
  expect([response.status, JSON.parse(response.text)]).toEqual([503, { message: "Cannot read the inbox: no row for •••0001" }]);
  for (const path of ["/api/inboxes", "/api/inbox/items/1/nonsense", "/api/inbox/items/%"])
    expect((await broken.ask(path, { headers })).status).toBeGreaterThanOrEqual(404);
  const without = await inspected();
  expect((await without.ask("/api/inbox", { headers: { "x-greenhook-key": without.key } })).status).toBe(404);
  await expect(inspected({ inbox: {} as InspectedInbox })).rejects.toThrow('Cannot inspect: "inbox" must be one whose items can be listed');
  const misspelt = { webhookURL: "http://127.0.0.1/" } as InspectOptions;
  await expect(inspected(misspelt)).rejects.toThrow('Cannot inspect: there is no option "webhookURL": did you mean "webhookUrl"?');
});
