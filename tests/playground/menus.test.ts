import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { findings } from "./accessibility-findings.ts";
import { inBrowser } from "./browser.ts";
import { showOn } from "./platform-sample.ts";

const plain = (text: string) => ({ type: "plain_text", text });
const options = [
  { text: plain("A lost phone"), value: "1.show.phone.en" },
  { text: plain("No SMS"), value: "1.show.sms.en" },
];
const more = [{ text: plain("Tiếng Việt"), value: "1.language.x.vi" }];
const slackMenu = {
  type: "static_select",
  action_id: "menu",
  placeholder: plain("More"),
  option_groups: [
    { label: plain("Related"), options },
    { label: plain("Other"), options: more },
  ],
};
const overflow = { type: "overflow", action_id: "menu", options };
const discordMenu = {
  type: 3,
  custom_id: "menu",
  placeholder: "More",
  options: [
    ...options.map(({ text, value }) => ({ label: text.text, value, description: "Related" })),
    { label: "Tiếng Việt", value: "1.language.x.vi" },
  ],
};

const blocks = (element: object) =>
  `h(Blocks, { blocks: [${JSON.stringify({ type: "actions", elements: [element] })}], target: { channel: "C1", ts: "1" }, values: {} })`;
const components = (select: object) =>
  `h(Components, { components: [${JSON.stringify({ type: 1, components: [select] })}], message: { channel: "D1", id: "2" } })`;

const acts = (page: Page): Promise<unknown> => page.evaluate("window.acts");

inBrowser("A menu in a message", (open) => {
  const cases = [
    {
      platform: "slack",
      name: "More",
      element: blocks(slackMenu),
      act: { kind: "picks", target: { channel: "C1", ts: "1" }, element: "menu" },
      pick: (value: string) => ({ option: value }),
    },
    {
      platform: "discord",
      name: "More",
      element: components(discordMenu),
      act: { kind: "picks", message: { channel: "D1", id: "2" }, select: "menu" },
      pick: (value: string) => ({ options: [value] }),
    },
  ] as const;

  it.each(cases)(
    "on $platform: only looks with the arrow keys, and picks with Enter, Space or a click",
    async ({ platform, name, element, act, pick }) => {
      const page = await open("about:blank");
      await page.addScriptTag({ content: await showOn(platform, element) });
      const button = page.getByRole("button", { name });
      const list = page.getByRole("listbox", { name });
      await button.press("ArrowDown");
      await list.waitFor();
      expect(await findings(page)).toEqual([]);
      await page.keyboard.press("ArrowDown");
      const active = await list.getAttribute("aria-activedescendant");
      expect(await page.locator(`[id="${active}"]`).innerText()).toContain("No SMS");
      expect(await acts(page)).toEqual([]);
      await page.keyboard.press("Enter");
      expect(await acts(page)).toEqual([{ ...act, ...pick("1.show.sms.en") }]);
      expect(await list.isVisible()).toBe(false);
      expect(await button.evaluate((one) => one === document.activeElement)).toBe(true);

      await page.keyboard.press("Enter");
      await page.keyboard.press("t");
      await page.keyboard.press("Space");
      await button.click();
      await page.keyboard.press("End");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Home");
      await page.keyboard.press("Escape");
      expect(await list.isVisible()).toBe(false);
      await button.click();
      await list.getByRole("option", { name: "A lost phone" }).click();
      expect(await acts(page)).toEqual(
        ["1.show.sms.en", "1.language.x.vi", "1.show.phone.en"].map((value) => ({ ...act, ...pick(value) })),
      );
    },
  );

  it("on slack: has the headings of its groups, and an overflow menu has none", async () => {
    const page = await open("about:blank");
    await page.addScriptTag({ content: await showOn("slack", blocks(slackMenu)) });
    await page.getByRole("button", { name: "More" }).click();
    const group = page.getByRole("group", { name: "Related" });
    expect(await group.getByRole("option").allInnerTexts()).toEqual(["A lost phone", "No SMS"]);
    await page.reload();
    await page.addScriptTag({ content: await showOn("slack", blocks(overflow)) });
    await page.getByRole("button", { name: "More actions" }).press("Enter");
    await page.keyboard.press("Enter");
    expect(await acts(page)).toMatchObject([{ kind: "picks", option: "1.show.phone.en" }]);
    expect(await page.getByRole("group").count()).toBe(0);
  });

  it("stays within a small window, wherever its button is", async () => {
    const page = await open("about:blank", { viewport: { width: 360, height: 300 } });
    await page.addScriptTag({ content: await showOn("slack", blocks(slackMenu)) });
    for (const place of ["start", "end"]) {
      await page.addStyleTag({ content: `main { display: grid; height: 280px; align-items: ${place}; }` });
      await page.getByRole("button", { name: "More" }).click();
      const box = await page.getByRole("listbox").boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect(box?.y).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(300);
      await page.keyboard.press("Escape");
    }
  });
});
