import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { inBrowser } from "./browser.ts";
import { openUnlearned } from "./open-playground.ts";

/** A machine that does much else learns slowly. */
const maxLearningMs = 60_000;

inBrowser("While the bot is learning", (open) => {
  it("the page says how far it is, keeps what is asked, and shows it until it is answered", async () => {
    const pages: Page[] = [];
    await openUnlearned(async (url) => {
      const page = await open(url);
      pages.push(page);
      await page.getByRole("textbox").fill("my window is stuck");
      await page.keyboard.press("Enter");
      await page.getByText("is kept, and sent once Signpost is ready").waitFor();
      await page.getByText("What you sent is kept, and answered once it is ready.").waitFor();
      const bar = page.getByRole("progressbar", { name: "Start of Signpost" });
      expect(Number(await bar.getAttribute("value"))).toBeLessThan(1);
      await page.getByRole("button", { name: "Knowledge" }).click();
      await page.getByText("The entries are listed here once the knowledge is learned.").waitFor();
      expect(await page.getByText("0 of 0").count()).toBe(0);
    });
    for (const page of pages) {
      await page.getByText("3 of 3").waitFor({ timeout: maxLearningMs });
      await page.getByRole("button", { name: "Slack" }).click();
      await page.getByText("Do it.").waitFor();
      expect(await page.getByText("is kept").count()).toBe(0);
      expect(await page.getByRole("progressbar").count()).toBe(0);
      // Before the playground stops, or the page would report the lost connection.
      await page.close();
    }
    expect(pages).toHaveLength(1);
  }, 90_000);

  it("a person whose messages have not arrived yet sees that they are being loaded", async () => {
    let url = "";
    await openUnlearned((opened) => {
      url = opened;
    });
    const page = await open(url);
    await page.getByRole("textbox").waitFor();
    await page.route("**/api/stream?person=sam", () => {});
    await page.getByRole("button", { name: /^Sam/ }).click();
    const panel = page.getByRole("region", { name: "Slack" });
    await panel.getByText("Loading ...").waitFor();
    expect(await panel.getAttribute("aria-busy")).toBe("true");
    expect(await page.getByRole("textbox").count()).toBe(0);
  });
});
