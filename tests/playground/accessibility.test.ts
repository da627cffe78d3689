import axe from "axe-core";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { desktop, inBrowser, phone } from "./browser.ts";
import { openPlayground } from "./open-playground.ts";

/** The serious and critical findings of axe, each with its element. */
async function findings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const found: {
      violations: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[];
    } = await Reflect.get(window, "axe").run();
    return found.violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
      );
  });
}

const looks = [
  ["light", "desktop", desktop],
  ["dark", "phone", phone],
] as const;

inBrowser("The page is accessible", (open) => {
  it.each(looks)("%s, on a %s", async (colorScheme, _, viewport) => {
    const { url } = await openPlayground();
    const page = await open(url, { colorScheme, viewport });
    const view = (name: string) =>
      page.getByRole("navigation", { name: "Views" }).getByRole("button", { name }).click();
    const write = async (text: string) => {
      await page.getByRole("textbox").last().fill(text);
      await page.keyboard.press("Enter");
    };

    await view("Slack");
    expect(await findings(page)).toEqual([]);
    await write("I lost the key");
    await page.getByText("Keys turn up.").waitFor();
    await page.getByRole("button", { name: "Behind this" }).click();
    await page.getByRole("heading", { name: "What it may have meant" }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole("complementary").getByRole("button", { name: "Close" }).click();

    await page.getByRole("button", { name: "Home", exact: true }).click();
    await page.getByRole("textbox", { name: "What's the problem?" }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole("navigation", { name: /Slack/ }).getByRole("button", { name: "general" }).click();
    await write("/aws-help");
    await page.getByText("Only visible to you").waitFor();
    await page.getByRole("button", { name: /Describe it myself/ }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Find an answer" }).click();
    await page.getByRole("dialog").getByText("Please complete this required field.").waitFor();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press("Escape");

    await view("Discord");
    await write("I lost the key");
    await page.getByText("Keys turn up.").waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole("textbox").fill("/aws");
    await page.keyboard.press("Enter");
    await page.getByRole("combobox", { name: "question" }).fill("key");
    await page.getByRole("listbox").getByRole("option").first().waitFor();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page
      .getByRole("navigation", { name: /Discord/ })
      .getByRole("button", { name: "ask-a-question" })
      .click();
    await page.getByRole("button", { name: "New post" }).click();
    expect(await findings(page)).toEqual([]);

    await view("Knowledge");
    await page.getByRole("searchbox").first().fill("I lost the key");
    await page
      .getByRole("button", { name: /lost-key/ })
      .first()
      .click();
    await page.getByRole("heading", { name: "lost-key" }).waitFor();
    expect(await findings(page)).toEqual([]);
  });
});
