import { expect, it } from "vitest";
import { findings } from "./accessibility-findings.ts";
import { desktop, inBrowser, phone } from "./browser.ts";
import { act, openPlayground } from "./open-playground.ts";
import { tinyPicture } from "./tiny-picture.ts";

const looks = [
  ["light", "desktop", desktop],
  ["dark", "phone", phone],
] as const;

inBrowser("The page is accessible", (open) => {
  it.each(looks)("%s, on a %s", async (colorScheme, _, viewport) => {
    const { url, workspace } = await openPlayground();
    const page = await open(url, { colorScheme, viewport });
    const view = (name: string) =>
      page.getByRole("navigation", { name: "Views" }).getByRole("button", { name }).click();
    const write = async (text: string) => {
      await page.getByRole("textbox").last().fill(text);
      await page.keyboard.press("Enter");
    };

    await view("Slack");
    // With the tour offered, then running; and with a picture that was taken and one that was not.
    expect(await findings(page)).toEqual([]);
    await page.getByRole("button", { name: "Start the tour" }).click();
    await page.locator("input[type=file]").setInputFiles([
      { name: "error.png", mimeType: "image/png", buffer: tinyPicture },
      { name: "notes.pdf", mimeType: "application/pdf", buffer: tinyPicture },
    ]);
    await page.getByText("notes.pdf was left out").waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole("button", { name: "Remove error.png" }).click();
    await write("I lost the key");
    await page.getByText("Keys turn up.").waitFor();
    await page.getByRole("button", { name: "Behind this" }).click();
    await page.getByRole("heading", { name: "What it may have meant" }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole("complementary").getByRole("button", { name: "Close" }).click();

    // With unread marks.
    const { dm } = workspace.person("alex");
    const asked = { kind: "says", channel: dm, text: "my window is stuck" };
    await page.getByRole("button", { name: "general" }).click();
    await act(url, { platform: "slack", person: "alex", act: asked });
    await page.getByRole("button", { name: /signpost .*unread/ }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole("button", { name: /signpost .*unread/ }).click();
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
