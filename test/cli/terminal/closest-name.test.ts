import { expect, test } from "vitest";
import { closestName } from "../../../packages/cli/dist/terminal/closest-name.js";

const names = ["listen", "send", "settings", "doctor", "emulate", "capture", "replay", "qr", "textMessage", "extendedTextMessage"];

test.each([
  ["lsiten", "listen"],
  ["Send", "send"],
  ["seting", "settings"],
  ["texMessage", "textMessage"],
  ["textMesages", "textMessage"],
  ["rq", "qr"],
  ["nonsense", undefined],
  ["", undefined],
  ["x".repeat(10_000), undefined],
])("closest to %j is %j", (misspelt, closest) => expect(closestName(misspelt, names)).toBe(closest));
