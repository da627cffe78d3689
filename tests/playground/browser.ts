import { existsSync } from "node:fs";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished } from "vitest";

const candidates = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];
const executablePath = candidates.find((file) => file && existsSync(file));

export const desktop = { width: 1366, height: 820 };
export const phone = { width: 390, height: 844 };

export type OpenPage = (url: string, options?: BrowserContextOptions) => Promise<Page>;

/**
 * Tests in one headless Chromium. Without a Chromium they are skipped with a hint, unless NEEDS_BROWSER is set, as in CI.
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

/** A page in a context of its own. Errors in its console, such as violations of the policy, fail the test. */
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
