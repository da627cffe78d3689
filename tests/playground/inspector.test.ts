import { expect, it } from "vitest";
import { smallPack } from "../support/small-pack.ts";
import { draftEntry } from "../support/temporary.ts";
import { inBrowser } from "./browser.ts";
import { openPlayground } from "./open-playground.ts";

/** A pack about a house, which knows the names of other things. */
const pack = {
  ...smallPack,
  ...draftEntry("car-repair", {
    yaml: "kind: elsewhere",
    phrases: ["the engine of my car smokes", "flat tyre on the road", "which garage mends brakes"],
  }),
  "names/house.yaml": "means: ours\nnames: [blue house]\n",
  "names/others.yaml": "means: others\nnames: [Castle Inn]\n",
};

inBrowser("Behind the message", (open) => {
  const ask = async (text: string) => {
    const { url } = await openPlayground(pack);
    const page = await open(url);
    await page.getByRole("button", { name: "aws-help" }).click();
    await page.getByRole("textbox").fill(text);
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Behind the message" }).click();
    return page.getByRole("complementary");
  };

  it("shows how likely the message is ours, the names in it, and why the bot kept quiet", async () => {
    const panel = await ask("my window is stuck in the blue house and in the castle inn");
    await panel.getByRole("heading", { name: /^Is it ours\? \d+\.\d %$/ }).waitFor();
    expect(await panel.getByText("names ours").locator("+ dd").textContent()).toBe("blue house");
    expect(await panel.getByText("somebody else's").locator("+ dd").textContent()).toBe("castle inn");
    expect(await panel.getByText("Why", { exact: true }).locator("+ dd").textContent()).toBe(
      "the message names something that is not ours",
    );
  });
});
