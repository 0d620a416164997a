import { expect, test } from "vitest";
import { DeliveryStore } from "../../packages/inspector/dist/page/delivery-store.js";
import type { DeliveryRow } from "../../packages/inspector/dist/page/inspector-messages.js";

const row = (id: number, status: number): DeliveryRow => ({
  id,
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
});

test("keeps the last deliveries; those of strangers push out nothing but each other", () => {
  const store = new DeliveryStore();
  store.capacity = 100;
  store.unauthenticatedCapacity = 10;
  store.add([row(1, 200)]);
  for (let id = 2; id <= 1_000; id++) store.add([row(id, 401)]);
  store.add([row(1_001, 200)]);
  expect(store.size).toBeLessThanOrEqual(13);
  expect([store.indexOf(1), store.indexOf(1_001)]).toEqual([store.shownSize - 1, 0]);
  expect(store.indexOf(1_000)).toBe(1);
  for (let id = 1_002; id <= 1_200; id++) store.add([row(id, 200)]);
  expect(store.size).toBeLessThanOrEqual(105);
  expect(store.indexOf(1)).toBe(-1);
});
