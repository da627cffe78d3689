import type { Page } from "playwright-core";

/** More than any view has. */
const stopsAtMost = 150;

/** What has the focus: its name as it is read out, as far as it is this simple. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    const label = element?.id ? document.querySelector(`label[for="${element.id}"]`)?.textContent : undefined;
    return (element?.getAttribute("aria-label") ?? label ?? element?.textContent ?? "").trim();
  });
}

/** Presses Tab, or Shift and Tab, until what is called so has the focus; more may follow in its name after a colon. */
export async function reach(page: Page, name: string, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  const passed: string[] = [];
  for (let stop = 0; stop < stopsAtMost; stop++) {
    const here = await focused(page);
    if (here === name || here.startsWith(`${name}: `)) return;
    passed.push(here.slice(0, 60));
    await page.keyboard.press(key);
  }
  throw new Error(`"${name}" can't be reached; there are: ${[...new Set(passed)].join(" | ")}`);
}

/** Goes to something by the keyboard and presses it. */
export async function press(page: Page, name: string, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  await reach(page, name, key);
  await page.keyboard.press("Enter");
}
