import { afterAll, beforeAll, expect, it } from "vitest";
import type { Playground } from "../../playground/bot/start-playground.ts";
import { languages } from "../../playground/client/page-strings.ts";
import { stringsOf, textOf } from "../../src/knowledge/knowledge.ts";
import { ourKnowledge } from "../support/our-knowledge.ts";
import { desktop, inBrowser, phone } from "./browser.ts";
import { fillIn, press, reach } from "./by-keyboard.ts";
import { startOurs } from "./open-playground.ts";

const asked = { en: "I forgot the root user password", vi: "mình quên mật khẩu root rồi" } as const;
const entry = ourKnowledge.find("forgot-root-password");
/** Each combination has direct messages of its own, so that nothing waited for is there from before. */
const paths = [
  { platform: "slack", locale: "en", size: "desktop" },
  { platform: "slack", locale: "vi", size: "phone" },
  { platform: "discord", locale: "en", size: "phone" },
  { platform: "discord", locale: "vi", size: "desktop" },
] as const;
const people = { en: "alex", vi: "linh" } as const;
const sizes = { desktop, phone } as const;

inBrowser("A newcomer", (open) => {
  let playground: Playground;
  beforeAll(async () => {
    playground = await startOurs();
  });
  afterAll(() => playground.stop());

  it.each(paths)(
    "on $platform, in $locale, on a $size: takes a question to a sent case and back to solved, by keyboard alone",
    async ({ platform, locale, size }) => {
      if (!entry) throw new Error("the entry is gone");
      const page = await open(playground.url, { viewport: sizes[size], locale });
      const strings = languages[locale];
      await page.getByRole("button", { name: strings.people[people[locale]].name }).click();
      const { buttons, draftTitle, doorTitle, solved, caseQuestions, surface, sentForm } = stringsOf(
        ourKnowledge,
        locale,
      );
      const domain = ourKnowledge.asks.get("email-domain")?.text[locale]?.label ?? "";
      const shows = (text: string) =>
        page.locator(".app .message").getByText(text, { exact: true }).first().waitFor();

      await press(page, strings[platform]);
      await reach(page, strings.messageTo("signpost"));
      await page.keyboard.type(asked[locale]);
      await page.keyboard.press("Enter");
      await shows(textOf(entry, locale).title);
      await press(page, buttons.stuck, "Shift+Tab");
      await shows(stringsOf(ourKnowledge, locale).stuckTitle);
      await press(page, buttons.createCase, "Shift+Tab");
      const dialog = page.getByRole("dialog");
      await dialog.waitFor();
      await fillIn(page);
      if (platform === "discord") await press(page, surface.formContinue, "Shift+Tab");
      await dialog.getByText(domain).waitFor();
      await fillIn(page, { [domain]: "nothing of the kind" });
      if (platform === "discord") await press(page, surface.formCorrect, "Shift+Tab");
      await (platform === "slack" ? dialog : page).getByText(caseQuestions.noDomain).first().waitFor();
      await dialog.getByText(domain).waitFor();
      await fillIn(page, { [domain]: "example.com" });
      await shows(draftTitle);
      await page.locator(".app .message").getByText("example.com").first().waitFor();
      await press(page, buttons.goOn, "Shift+Tab");
      await shows(doorTitle);
      await press(page, buttons.sent, "Shift+Tab");
      await dialog.getByText(sentForm.label).waitFor();
      await fillIn(page);
      await press(page, buttons.solved, "Shift+Tab");
      await page.locator(".app .message").getByText(solved).first().waitFor();
      const jumps = await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            new PerformanceObserver((list) => {
              resolve(
                list
                  .getEntries()
                  .filter((one) => !("hadRecentInput" in one && one.hadRecentInput))
                  .reduce((sum, one) => sum + ("value" in one ? Number(one.value) : 0), 0),
              );
            }).observe({ type: "layout-shift", buffered: true });
            setTimeout(() => resolve(0), 100);
          }),
      );
      expect(jumps).toBeLessThan(0.1);
    },
  );
});
