import { expect, it } from "vitest";
import { findings } from "./accessibility-findings.ts";
import { inBrowser } from "./browser.ts";
import { showOn } from "./platform-sample.ts";

const plain = (text: string) => ({ type: "plain_text", text });
const modal = {
  custom_id: "form",
  title: "Your case",
  components: [
    { type: 10, content: "Never write **passwords** here." },
    {
      type: 18,
      label: "What kind of device?",
      description: "The one that is lost",
      component: {
        type: 21,
        custom_id: "device",
        options: [
          { label: "An app", value: "app", description: "On the phone" },
          { label: "A key", value: "key" },
        ],
      },
    },
    {
      type: 18,
      label: "What have you tried?",
      component: {
        type: 22,
        custom_id: "tried",
        required: false,
        options: [
          { label: "Waiting", value: "wait", default: true },
          { label: "Another browser", value: "browser" },
        ],
      },
    },
  ],
};

const option = (value: string, label: string, description?: string) => ({
  text: plain(label),
  value,
  ...(description !== undefined && { description: plain(description) }),
});
const surface = {
  id: "V1",
  errors: { device: "Please answer this one." },
  values: {
    device: { value: { type: "radio_buttons", selected_option: null } },
    tried: { value: { type: "checkboxes", selected_options: [option("wait", "Waiting")] } },
  },
  body: {
    type: "modal",
    title: plain("Your case"),
    submit: plain("Next"),
    blocks: [
      { type: "alert", level: "info", text: { type: "mrkdwn", text: "Never write *passwords* here." } },
      {
        type: "input",
        block_id: "device",
        label: plain("What kind of device?"),
        hint: plain("The one that is lost"),
        element: {
          type: "radio_buttons",
          action_id: "value",
          options: [option("app", "An app", "On the phone"), option("key", "A key")],
        },
      },
      {
        type: "input",
        block_id: "tried",
        label: plain("What have you tried?"),
        optional: true,
        element: {
          type: "checkboxes",
          action_id: "value",
          options: [option("wait", "Waiting"), option("browser", "Another browser")],
        },
      },
    ],
  },
};

inBrowser("Choices in a form", (open) => {
  it("on Discord: a text display, a radio group and a checkbox group are filled in by keyboard", async () => {
    const page = await open("about:blank");
    const element = `h(DiscordModal, { body: ${JSON.stringify(modal)} })`;
    await page.addScriptTag({ content: await showOn("discord", element) });
    const dialog = page.getByRole("dialog", { name: "Your case" });
    await dialog.getByText("passwords").waitFor();
    expect(await findings(page)).toEqual([]);
    const radios = dialog.getByRole("radiogroup", { name: "What kind of device?" });
    expect(await radios.getAttribute("aria-describedby")).toBeTruthy();
    await radios.getByRole("radio", { name: "An app On the phone" }).focus();
    await page.keyboard.press("ArrowDown");
    expect(await radios.getByRole("radio", { name: "A key" }).isChecked()).toBe(true);
    const boxes = dialog.getByRole("group", { name: "What have you tried?" });
    expect(await boxes.getByRole("checkbox", { name: "Waiting" }).isChecked()).toBe(true);
    await boxes.getByRole("checkbox", { name: "Another browser" }).press("Space");
    await dialog.getByRole("button", { name: "Submit" }).press("Enter");
    expect(await page.evaluate("window.acts")).toEqual([
      { kind: "submits", filled: { device: "key", tried: ["wait", "browser"] } },
    ]);
  });

  it("on Discord: what is missing is told at its group, which gets the focus", async () => {
    const page = await open("about:blank");
    const element = `h(DiscordModal, { body: ${JSON.stringify(modal)} })`;
    await page.addScriptTag({ content: await showOn("discord", element) });
    await page.evaluate('window.outcome = { kind: "incomplete", errors: { device: "Required" } }');
    await page.getByRole("button", { name: "Submit" }).click();
    await page.getByText("Required").waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute("type"))).toBe("radio");
    expect(await findings(page)).toEqual([]);
  });

  it("on Slack: an alert, radio buttons and checkboxes are read and used by keyboard", async () => {
    const page = await open("about:blank");
    const element = `h(SlackModal, { surface: ${JSON.stringify(surface)} })`;
    await page.addScriptTag({ content: await showOn("slack", element) });
    const dialog = page.getByRole("dialog", { name: "Your case" });
    await dialog.locator("strong", { hasText: "passwords" }).waitFor();
    expect(await findings(page)).toEqual([]);
    const radios = dialog.getByRole("radiogroup", { name: "What kind of device?" });
    // The error that came with it: the first choice has the focus.
    await dialog.getByText("Please answer this one.").waitFor();
    expect(
      await radios
        .getByRole("radio")
        .first()
        .evaluate((one) => one === document.activeElement),
    ).toBe(true);
    await page.keyboard.press("Space");
    const boxes = dialog.getByRole("group", { name: /What have you tried/ });
    expect(await boxes.getByRole("checkbox", { name: "Waiting" }).isChecked()).toBe(true);
    await boxes.getByRole("checkbox", { name: "Another browser" }).press("Space");
    expect(await page.evaluate("window.acts")).toEqual([
      { kind: "picks", target: { view: "V1" }, element: "device", option: "app" },
      { kind: "picks", target: { view: "V1" }, element: "tried", option: "browser" },
    ]);
  });
});
