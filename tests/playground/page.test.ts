import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { desktop, inBrowser, phone } from "./browser.ts";
import { openPlayground } from "./open-playground.ts";

/** The pictures stay there after the run. */
const screens = path.join(import.meta.dirname, "..", "..", "screens");

inBrowser("The page", (open) => {
  it("runs no markup or script in a message", async () => {
    const { url, workspace, guild } = await openPlayground();
    const page = await open(url);
    const nasty =
      '<img src=x onerror="document.title=1"> [click](javascript:alert(1)) <https://evil.example|here>';
    for (const platform of ["Slack", "Discord"]) {
      await page.getByRole("navigation", { name: "Views" }).getByRole("button", { name: platform }).click();
      await page.getByRole("textbox").fill(nasty);
      await page.keyboard.press("Enter");
      const message = page.getByRole("article", { name: "alex" });
      await message.getByText('<img src=x onerror="document.title=1">').waitFor();
      expect(await message.locator("img, script, [onerror], a[href^=javascript]").count()).toBe(0);
    }
    await workspace.until(
      () => workspace.messagesSeenBy(workspace.person("alex"), workspace.person("alex").dm)[1],
    );
    await guild.until(() => guild.messagesSeenBy(guild.person("alex"), guild.person("alex").dm)[1]);
    expect(await page.title()).toBe("Signpost playground");
  });

  it("hides an ephemeral message from another person", async () => {
    const { url } = await openPlayground();
    const page = await open(url);
    await page.getByRole("button", { name: "general" }).click();
    await page.getByRole("textbox").fill("/aws-help my window is stuck");
    await page.keyboard.press("Enter");
    await page.getByText("Only visible to you").waitFor();
    await page.getByRole("button", { name: /^Linh/ }).click();
    await page.getByRole("button", { name: "general" }).click();
    await page.getByText("Signpost im lặng ở đây").waitFor();
    expect(await page.getByText("Chỉ mình bạn thấy").count()).toBe(0);
  });

  it("shows a form's errors at their fields", async () => {
    const { url } = await openPlayground();
    const page = await open(url);
    await page.getByRole("button", { name: "general" }).click();
    await page.getByRole("textbox").fill("/aws-help ");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: /Describe it myself/ }).click();
    const dialog = page.getByRole("dialog");
    const field = dialog.getByRole("textbox");
    const submit = dialog.getByRole("button", { name: "Find an answer" });
    await submit.click();
    await expect.poll(() => field.getAttribute("aria-invalid")).toBe("true");
    await field.fill("???");
    await submit.click();
    await dialog.getByText("Please write a few words first.").waitFor();
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    await field.fill("my window is stuck");
    await submit.click();
    await page.getByText("The window does not open").waitFor();
    expect(await dialog.count()).toBe(0);
  });

  it("shows a thread in a help channel, and the response to a button in it", async () => {
    const { url } = await openPlayground();
    const page = await open(url);
    await page.getByRole("button", { name: "aws-help" }).click();
    await page.getByRole("textbox").fill("I lost the key");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "1 reply" }).click();
    const thread = page.getByRole("region", { name: "Thread" });
    await thread.getByText("Keys turn up.").waitFor();
    await thread.getByRole("button", { name: /^Still stuck/ }).click();
    await thread.getByText("Look once more.").waitFor();
  });

  it("autocompletes a Discord command, and sends the chosen option", async () => {
    const { url } = await openPlayground();
    const page = await open(url);
    await page.getByRole("navigation", { name: "Views" }).getByRole("button", { name: "Discord" }).click();
    await page.getByRole("textbox").fill("/");
    await page.keyboard.press("Enter");
    await page.getByRole("combobox", { name: "question" }).fill("key");
    await page.getByRole("listbox").getByRole("option", { name: "I lost the key" }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByText("Keys turn up.").waitFor();
  });

  it("opens a new post in Discord's forum", async () => {
    const { url } = await openPlayground();
    const page = await open(url);
    await page.getByRole("navigation", { name: "Views" }).getByRole("button", { name: "Discord" }).click();
    await page.getByRole("button", { name: "ask-a-question" }).click();
    await page.getByRole("button", { name: "New post" }).click();
    await page.getByLabel("Title").fill("The key of the door");
    await page.getByLabel("What's going wrong?").fill("I lost the **key**");
    await page.getByRole("checkbox", { name: "sign-in" }).check();
    await page.getByRole("button", { name: "Post", exact: true }).click();
    await page
      .getByRole("listitem")
      .getByRole("button", { name: /sign-in The key of the door/ })
      .click();
    await page.getByRole("heading", { name: "The key of the door" }).waitFor();
    await page.locator("strong").getByText("key").waitFor();
  });

  it("shows the faults of a saved file until they are fixed", async () => {
    const { url, folder } = await openPlayground();
    const page = await open(url);
    writeFileSync(path.join(folder, "stuck-window/entry.yaml"), "kind: anser\n");
    await page.getByText(/stuck-window\/entry\.yaml:1: kind: must be answer/).waitFor();
    writeFileSync(path.join(folder, "stuck-window/entry.yaml"), "kind: answer\n");
    await page.getByText(/entry\.yaml/).waitFor({ state: "detached" });
  });

  it.each([
    ["light", "desktop", desktop],
    ["dark", "phone", phone],
  ] as const)("has its tabs saved as pictures: %s, on a %s", async (colorScheme, size, viewport) => {
    const { url } = await openPlayground();
    const page = await open(url, { colorScheme, viewport });
    mkdirSync(screens, { recursive: true });
    for (const view of ["Slack", "Discord", "Knowledge"]) {
      await page.getByRole("navigation", { name: "Views" }).getByRole("button", { name: view }).click();
      if (view === "Knowledge") await page.getByRole("button", { name: /lost-key/ }).click();
      else {
        await page.getByRole("textbox").fill("I lost the key");
        await page.keyboard.press("Enter");
      }
      await page.getByText("Keys turn up.").first().waitFor();
      const picture = await page.screenshot({
        path: path.join(screens, `${view}-${size}-${colorScheme}.png`),
      });
      expect(picture.length).toBeGreaterThan(10_000);
    }
  });
});
