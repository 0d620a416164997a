import { open, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { openCaptureFile } from "../../../packages/cli/dist/files/capture-file.js";
import { temporaryFolder } from "../../support/temporary-folder.ts";

/** The prototype of all file handles: its calls are recorded in order. */
async function recordedCalls(): Promise<string[]> {
  const handle = await open("/dev/null");
  const prototype = Object.getPrototypeOf(handle) as Record<"appendFile" | "datasync" | "sync", (...args: unknown[]) => Promise<void>>;
  await handle.close();
  const calls: string[] = [];
  for (const name of ["appendFile", "datasync", "sync"] as const) {
    const original = prototype[name];
    const spy = vi.spyOn(prototype, name).mockImplementation(async function (this: unknown, ...args) {
      await original.apply(this, args);
      calls.push(name);
    });
    onTestFinished(() => spy.mockRestore());
  }
  return calls;
}

test("a line counts as written only once it is synced, and the folder of a new file is synced too", async () => {
  const path = join(temporaryFolder(), "captured.ndjson");
  const calls = await recordedCalls();
  const file = await openCaptureFile(path);
  expect(calls).toEqual(["sync"]);
  await file.append("first\n");
  expect(calls).toEqual(["sync", "appendFile", "datasync"]);
  await file.close();
});

test("lines that arrive together are synced together, in their order", async () => {
  const path = join(temporaryFolder(), "captured.ndjson");
  const file = await openCaptureFile(path);
  const calls = await recordedCalls();
  const lines = Array.from({ length: 200 }, (_, index) => `${index}\n`);
  await Promise.all(lines.map((line) => file.append(line)));
  await file.close();
  expect(await readFile(path, "utf8")).toBe(lines.join(""));
  expect(calls.filter((name) => name === "datasync").length).toBeLessThanOrEqual(2);
});

test("a failed line is told to the one who wrote it alone", async () => {
  const path = join(temporaryFolder(), "captured.ndjson");
  await writeFile(path, "half");
  const file = await openCaptureFile(path);
  const handle = await open("/dev/null");
  const prototype = Object.getPrototypeOf(handle) as { appendFile: () => Promise<void> };
  await handle.close();
  const spy = vi.spyOn(prototype, "appendFile").mockRejectedValueOnce(Object.assign(new Error("full"), { code: "ENOSPC" }));
  onTestFinished(() => spy.mockRestore());
  await expect(file.append("lost\n")).rejects.toThrow("Cannot write to");
  await file.append("kept\n");
  await file.close();
  expect(await readFile(path, "utf8")).toBe("half\nkept\n");
});
