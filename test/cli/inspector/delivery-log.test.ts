import { describe, expect, test } from "vitest";
import { DeliveryLog } from "../../../packages/cli/dist/inspector/delivery-log.js";
import { maskNotification } from "../../../packages/cli/dist/inspector/mask-notification.js";
import { maskText } from "../../../packages/cli/dist/inspector/mask-text.js";

function add(log: DeliveryLog, bytes: number): void {
  const row = {
    id: log.nextId,
    at: 0,
    source: "webhook",
    status: 200,
    outcome: "handled",
    kind: "",
    thumbnail: false,
    took: 0,
    attempt: 1,
    issues: 0,
    unknownFields: 0,
  } as const;
  log.add({ row, body: new Uint8Array(bytes), issues: [] });
}

describe("DeliveryLog", () => {
  test("keeps the last ones, by number", () => {
    const log = new DeliveryLog({ capacity: 3, maxBytes: 1_000 });
    for (let index = 0; index < 7; index++) add(log, 10);
    expect(log.from(0, 10).map(({ row }) => row.id)).toEqual([5, 6, 7]);
    expect(log.bytes).toBe(30);
    expect(log.get(4)).toBeUndefined();
    expect(log.get(7)?.row.id).toBe(7);
    expect(log.get(8)).toBeUndefined();
  });

  test("keeps the last ones, by bytes, the newest in any case", () => {
    const log = new DeliveryLog({ capacity: 100, maxBytes: 100 });
    for (let index = 0; index < 20; index++) add(log, 30);
    expect(log.from(0, 100)).toHaveLength(3);
    expect(log.bytes).toBe(90);
    add(log, 5_000);
    expect(log.from(0, 100)).toHaveLength(1);
    add(log, 10);
    expect({ bytes: log.bytes, ids: log.from(0, 100).map(({ row }) => row.id) }).toEqual({ bytes: 10, ids: [22] });
    log.clear();
    expect({ bytes: log.bytes, next: log.nextId, kept: log.from(0, 100) }).toEqual({ bytes: 0, next: 23, kept: [] });
  });
});

describe("masking", () => {
  test.each([
    ["79000000001@c.us", "•••0001@c.us"],
    ["+7 (900) 000-00-01", "•••0001"],
    ["at 12:30 on 2026-11-22, order 12345", "at 12:30 on 2026-11-22, order 12345"],
    ["3EB0C767D097B7C7C030", "3EB0C767D097B7C7C030"],
    ["Bearer abc.def", "Bearer •••"],
    ["TEL;waid=79000000001:+7 900 000-00-01", "TEL;waid=•••0001:•••0001"],
    ["-1001234567890", "-•••7890"],
  ])("maskText(%j) is %j", (text, masked) => expect(maskText(text)).toBe(masked));

  test("of a notification leaves what is no number of a person, and hides what gives access", () => {
    expect(
      maskNotification({
        timestamp: 1_700_000_000,
        idInstance: 1101000001,
        phoneNumber: 79000000001,
        downloadUrl: "https://media.example.com/secret?key=1",
        apiToken: "x",
        options: ["79000000001"],
        ok: true,
      }),
    ).toEqual({
      timestamp: 1_700_000_000,
      idInstance: 1101000001,
      phoneNumber: "•••0001",
      downloadUrl: "https://media.example.com/•••",
      apiToken: "•••",
      options: ["•••0001"],
      ok: true,
    });
  });
});
