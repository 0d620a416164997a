import { existsSync } from "node:fs";
import { join } from "node:path";
import { createDispatcher, createWebhookHandler } from "@greenhook/core";
import { createInbox, NotRetryable } from "@greenhook/inbox";
import { inspect } from "@greenhook/inspector";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { textMessage } from "../../support/notifications.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const executablePath = "/usr/bin/chromium";
/** Where screenshots go, for people to look at. */
const screenshots = process.env["GREENHOOK_SCREENSHOTS"];

describe.skipIf(!existsSync(executablePath))("the inspector's inbox in Chromium", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--no-first-run"] });
  });
  afterAll(() => browser.close());

  /** An inbox with two dead letters of one chat and one item that waits behind another's handler, open in a page. */
  async function opened(width: number, colorScheme: "light" | "dark" = "light") {
    const inbox = createInbox({ path: join(temporaryFolder(), "inbox.db") });
    const inspector = inspect(createWebhookHandler({ token: "secret", deliver: inbox.deliver }), { token: "secret", inbox });
    const server = await inspector.listen({ port: 0 });
    let accepts = false;
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const deliver = createDispatcher().onText(async (_notification, text) => {
      if (text.startsWith("Hold")) return held;
      if (!accepts) throw new NotRetryable("No customer has the number 79000000001 <b>yet</b>");
    });
    await inbox.work(deliver, { logger: false });
    const post = async (text: string, id: string, chatId = "79000000001@c.us"): Promise<void> => {
      const value = { ...textMessage(text, id), senderData: { ...textMessage().senderData, chatId } };
      const { status } = await inspector.handler({ method: "POST", authorization: ["Bearer secret"], body: { kind: "read", value } });
      expect(status).toBe(200);
    };
    await post("Where is my parcel?", "FIRST");
    await post("<img src=x onerror=window.hacked=1>", "SECOND");
    await post("Hold the line", "THIRD", "79000000002@c.us");
    await post("Are you there?", "FOURTH", "79000000002@c.us");
    await expect.poll(async () => (await inbox.stats()).dead, { timeout: 20_000 }).toBe(2);
    await expect.poll(async () => (await inbox.stats()).running, { timeout: 20_000 }).toBe(1);
    const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
    onTestFinished(async () => {
      release();
      await Promise.all([page.close(), server.close(), inbox.close()]);
    });
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    await page.goto(server.url);
    await page.locator("#view-inbox").click();
    await page.locator(".item").nth(1).waitFor();
    return { page, inbox, complaints, accept: () => (accepts = true) };
  }

  const shoot = async (page: Page, name: string): Promise<void> => {
    if (screenshots !== undefined) await page.screenshot({ path: join(screenshots, `${name}.png`) });
  };

  test("shows lanes, dead letters and errors masked, opens, retries and erases them", async () => {
    const { page, inbox, complaints, accept } = await opened(1280);
    const text = await page.locator("#inbox").innerText();
    expect(text).toContain("•••0001@c.us");
    expect(text).toContain("No customer has the number •••0001 <b>yet</b>");
    expect(text).not.toContain("79000000001");
    expect(await page.locator(".count.bad", { hasText: "dead" }).innerText()).toMatch(/^2/);
    expect(await page.locator(".lane").count()).toBe(3);
    expect(await page.locator("main").isHidden()).toBe(true);

    await page.locator(".item-head").first().click();
    await page.locator(".item .raw", { hasText: "Where is my parcel?" }).waitFor();
    await shoot(page, "inbox-1280-light");
    await page.keyboard.press("n");
    await page.locator(".lane", { hasText: "79000000001@c.us" }).waitFor();
    await page.keyboard.press("n");
    await page.locator(".lane", { hasText: "•••0001@c.us" }).waitFor();
    expect(await page.locator("#inbox").innerText()).not.toContain("79000000001");

    await page.locator(".lane", { hasText: "•••0002" }).click();
    await page.locator("#inbox-items", { hasText: "No items are dead." }).waitFor();
    await page.locator("#inbox-state").selectOption("running");
    await page.locator(".item .status", { hasText: "running" }).waitFor();
    await page.locator("#inbox-state").selectOption("waiting");
    await page.locator(".item", { hasText: "no attempt yet" }).waitFor();
    await page.locator(".lane", { hasText: "All lanes" }).click();
    await page.locator("#inbox-state").selectOption("dead");
    await page.locator(".item").nth(1).waitFor();

    await page.locator(".item-head").nth(1).click();
    await page.locator(".item .raw", { hasText: "onerror" }).waitFor();
    await page.locator(".item button", { hasText: /^Erase$/ }).click();
    expect((await inbox.stats()).dead).toBe(2);
    await page.locator(".item button", { hasText: "Erase for good" }).click();
    await page.locator("#toast", { hasText: "1 item erased" }).waitFor();
    await expect.poll(() => page.locator(".item").count()).toBe(1);
    accept();
    await page.locator("#inbox-retry").click();
    await page.locator("#toast", { hasText: "1 item back to wait" }).waitFor();
    await expect.poll(async () => (await inbox.stats()).dead, { timeout: 20_000 }).toBe(0);
    await page.locator("#inbox-items", { hasText: "No items are dead." }).waitFor();

    await page.locator("#view-inbox").focus();
    await page.keyboard.press("ArrowLeft");
    await page.locator(".row").first().waitFor();
    expect(await page.locator("#inbox").isHidden()).toBe(true);
    expect(await page.evaluate("window.hacked")).toBeUndefined();
    expect(complaints).toEqual([]);
  });

  test.each([
    [1280, "dark"],
    [390, "light"],
    [390, "dark"],
    [360, "light"],
  ] as const)("fits %i pixels, %s: nothing is wider than the page", async (width, colorScheme) => {
    const { page, complaints } = await opened(width, colorScheme);
    await shoot(page, `inbox-${width}-${colorScheme}`);
    await page.locator(".item-head").first().click();
    await page.locator(".item .raw").waitFor();
    await page.locator(".item .raw").scrollIntoViewIfNeeded();
    await shoot(page, `inbox-${width}-${colorScheme}-open`);
    const widest = "Math.max(document.documentElement.scrollWidth, document.getElementById('inbox').scrollWidth)";
    expect(await page.evaluate(widest)).toBeLessThanOrEqual(width);
    expect(complaints).toEqual([]);
  });

  test("an inbox that is closed is said to be, and the page lives on", async () => {
    const { page, inbox } = await opened(1280);
    await inbox.close({ graceMilliseconds: 0 });
    await page.locator("#inbox-counts", { hasText: "Cannot read the inbox" }).waitFor();
    await page.locator("#view-deliveries").click();
    await page.locator(".row").first().waitFor();
  });
});
