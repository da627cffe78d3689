import { existsSync } from "node:fs";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished } from "vitest";

const places = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];
const executablePath = places.find((place) => place && existsSync(place));

export const desktop = { width: 1366, height: 820 };
export const phone = { width: 390, height: 844 };

export type OpenPage = (url: string, options?: BrowserContextOptions) => Promise<Page>;

/**
 * Tests in a headless Chromium, which is started once for them. Where there is none they are skipped and say so,
 * unless NEEDS_BROWSER is set, as in CI.
 */
export function inBrowser(what: string, tests: (open: OpenPage) => void): void {
  if (!executablePath && !process.env.NEEDS_BROWSER) {
    describe.skip(`${what} (skipped: no Chromium here; apt-get install chromium, or CHROMIUM=its path)`, () =>
      tests(() => Promise.reject(new Error("no browser"))));
    return;
  }
  describe(what, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({
        ...(executablePath !== undefined && { executablePath }),
        args: ["--no-sandbox"],
      });
    });
    afterAll(() => browser.close());
    tests((url, options) => openPage(browser, url, options));
  });
}

/** A page with everything of its own. What it logs as an error, the policy's complaints among them, fails the test. */
async function openPage(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: desktop, locale: "en-GB", ...options });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  onTestFinished(async () => {
    await context.close();
    expect(errors).toEqual([]);
  });
  await page.goto(url);
  return page;
}
