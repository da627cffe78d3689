import { expect, it } from "vitest";
import { inBrowser } from "./browser.ts";
import { openPlayground } from "./open-playground.ts";

inBrowser("The page's language", (open) => {
  it("is that of the person, unless the reader has chosen one", async () => {
    const { url } = await openPlayground();
    const page = await open(url);
    const language = () => page.evaluate(() => document.documentElement.lang);
    const become = (name: string) => page.getByRole("button", { name: new RegExp(`^${name}`) }).click();
    expect(await language()).toBe("en");
    await become("Linh");
    await page.getByRole("button", { name: "Kiến thức" }).waitFor();
    expect(await language()).toBe("vi");
    await become("Sam");
    await page.getByRole("button", { name: "Knowledge" }).waitFor();
    expect(await language()).toBe("en");
    await page.getByRole("button", { name: /^VI, / }).click();
    expect(await language()).toBe("vi");
    await become("Alex");
    expect(await language()).toBe("vi");
    await page.reload();
    await page.getByRole("button", { name: /^EN, / }).click();
    await become("Linh");
    expect(await language()).toBe("en");
  });

  it("is the browser's for those who write English", async () => {
    const { url } = await openPlayground();
    const page = await open(url, { locale: "vi-VN" });
    await page.getByRole("button", { name: "Kiến thức" }).waitFor();
    await page.getByRole("button", { name: /^Sam/ }).click();
    await page.getByRole("button", { name: "Kiến thức" }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("vi");
  });
});
