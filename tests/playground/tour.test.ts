import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Playground } from "../../playground/bot/start-playground.ts";
import { languages } from "../../playground/client/page-strings.ts";
import { tourSteps } from "../../playground/client/tour/progress.ts";
import { desktop, inBrowser, phone } from "./browser.ts";
import { openPlayground, startOurs } from "./open-playground.ts";

/** The smallest phone that the page is made for. */
const smallPhone = { width: 360, height: 740 };
const words = {
  en: { ask: "I forgot the root user password", answer: "@signpost Use the reset link, please." },
  vi: { ask: "mình quên mật khẩu root", answer: "@signpost Bạn dùng link đặt lại nhé." },
} as const;
const paths = [
  { platform: "slack", locale: "en", size: "phone", viewport: smallPhone },
  { platform: "discord", locale: "vi", size: "desktop", viewport: desktop },
] as const;
const maxClicks = 4;

/** Clicks what the tour points to until its step is done; where that is a message box, something is written there. */
async function follow(page: Page, progress: string, text: string): Promise<void> {
  for (let click = 0; click < maxClicks; click++) {
    const target = page.locator("[data-pointed]");
    await target.waitFor();
    if ((await target.getAttribute("class"))?.includes("composer")) {
      await target.getByRole("textbox").fill(text);
      await page.keyboard.press("Enter");
    } else await target.click();
    const isDone = await page
      .getByText(progress)
      .waitFor({ state: "detached", timeout: 3000 })
      .then(() => true)
      .catch(() => false);
    if (isDone) return;
  }
  throw new Error(`the tour points to nothing that would lead on from "${progress}"`);
}

inBrowser("The guided tour", (open) => {
  let playground: Playground;
  beforeAll(async () => {
    playground = await startOurs();
  });
  afterAll(() => playground.stop());

  it.each(paths)(
    "on $platform, in $locale, on a $size: leads the whole long way by what it points to",
    async ({ platform, locale, viewport }) => {
      const page = await open(playground.url, { viewport, locale });
      const { tour: strings, ...others } = languages[locale];
      await page.getByRole("button", { name: others[platform], exact: true }).click();
      await page.getByRole("button", { name: strings.begin, exact: true }).click();
      for (const [at, step] of tourSteps.entries()) {
        // Looking at the answer is all that "read" asks for.
        if (step === "solved") await page.getByRole("button", { name: strings.showMe }).click();
        const { ask, answer } = words[locale];
        await follow(page, strings.progress(at + 1, tourSteps.length), step === "answer" ? answer : ask);
      }
      await page.getByText(strings.done.what({ asker: "", helper: "" })).waitFor();
    },
    120_000,
  );

  it("is declined once and for all, and can be begun from the bar at the top", async () => {
    const { url } = await openPlayground();
    const page = await open(url);
    const { tour: strings } = languages.en;
    const bar = page.getByRole("region", { name: strings.name });
    await bar.getByRole("button", { name: strings.notNow }).click();
    await page.reload();
    await page.getByRole("textbox").waitFor();
    expect(await bar.count()).toBe(0);
    await page.getByRole("button", { name: strings.name }).click();
    await bar.getByText(strings.progress(1, tourSteps.length)).waitFor();
    await page.locator("[data-pointed]").waitFor();
    await bar.getByRole("button", { name: strings.end }).click();
    expect(await bar.count()).toBe(0);
    expect(await page.locator("[data-pointed]").count()).toBe(0);
  });

  it("goes on where it was after the page is loaded again, and can be begun again", async () => {
    const { url } = await openPlayground();
    const page = await open(url, { viewport: phone });
    const { tour: strings } = languages.en;
    await page.getByRole("button", { name: strings.begin }).click();
    await page.getByRole("textbox").fill("I lost the key");
    await page.keyboard.press("Enter");
    const second = page.getByText(strings.progress(2, tourSteps.length));
    await second.waitFor();
    await page.reload();
    await second.waitFor();
    await page.getByRole("button", { name: strings.again }).click();
    // What was done before does not count.
    await page.getByText(strings.progress(1, tourSteps.length)).waitFor();
  });

  it("is followed by keyboard: its button moves the focus to where it points", async () => {
    const { url } = await openPlayground();
    const page = await open(url, { reducedMotion: "reduce" });
    const { tour: strings } = languages.en;
    await page.getByRole("button", { name: strings.begin }).click();
    await page.getByRole("button", { name: strings.showMe }).press("Enter");
    await page.keyboard.press("Enter");
    // The first sample was sent; the bot of this house does not know it.
    await page.getByRole("article", { name: "alex" }).getByText(words.en.ask).waitFor();
    const moving = await page.evaluate(() => document.getAnimations().length);
    expect(moving).toBe(0);
  });
});
