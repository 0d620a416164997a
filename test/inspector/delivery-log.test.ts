import { describe, expect, test } from "vitest";
import { DeliveryLog } from "../../packages/inspector/dist/recording/delivery-log.js";

function add(log: DeliveryLog, bytes: number, status = 200): void {
  const row = {
    id: log.nextId,
    at: 0,
    source: "webhook",
    status,
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

  test.each([401, 403, 405])("a stranger's %i push out nothing but each other", (status) => {
    const log = new DeliveryLog({ capacity: 5, unauthenticatedCapacity: 2 });
    add(log, 1);
    for (let index = 0; index < 10_000; index++) add(log, 0, status);
    add(log, 1);
    expect(log.from(0, 10).map(({ row }) => row.id)).toEqual([1, 10_000, 10_001, 10_002]);
    expect(log.get(10_000)?.row.status).toBe(status);
    expect([log.get(9_999), log.get(10_003)]).toEqual([undefined, undefined]);
    for (let index = 0; index < 4; index++) add(log, 1);
    expect(log.from(9_000, 10).map(({ row }) => row.id)).toEqual([10_002, 10_003, 10_004, 10_005, 10_006]);
    add(log, 0, status);
    add(log, 0, status);
    add(log, 0, status);
    expect(log.from(0, 10).map(({ row }) => row.status)).toEqual([200, 200, 200, status, status]);
  });
});
