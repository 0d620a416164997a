import { parseNotification } from "@greenhook/core";
import { expect, test } from "vitest";

test("parseNotification() hands back the object that came in", () => {
  const value = {
    typeWebhook: "stateInstanceChanged",
    instanceData: { idInstance: 1 },
    timestamp: 1,
    stateInstance: "authorized",
    later: 1,
  };
  const parsed = parseNotification(value);
  expect(parsed.kind === "known" && parsed.notification).toBe(value);
});
