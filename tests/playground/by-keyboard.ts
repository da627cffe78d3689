import type { Page } from "playwright-core";

const maxTabStops = 150;

/** A simple approximation of the accessible name of the focused element. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    const label = element?.id ? document.querySelector(`label[for="${element.id}"]`)?.textContent : undefined;
    return (element?.getAttribute("aria-label") ?? label ?? element?.textContent ?? "").trim();
  });
}

/** Presses Tab (or Shift+Tab) until the element with this name, or with this name and a colon, has the focus. */
export async function reach(page: Page, name: string, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  const passed: string[] = [];
  for (let stop = 0; stop < maxTabStops; stop++) {
    const here = await focused(page);
    if (here === name || here.startsWith(`${name}: `)) return;
    passed.push(here.slice(0, 60));
    await page.keyboard.press(key);
  }
  throw new Error(`"${name}" can't be reached; there are: ${[...new Set(passed)].join(" | ")}`);
}

/** Moves the focus to an element and presses Enter. */
export async function press(page: Page, name: string, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  await reach(page, name, key);
  await page.keyboard.press("Enter");
}

/** The focused form control. */
function field(page: Page): Promise<{ readonly kind: string; readonly isEmpty: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element instanceof HTMLSelectElement) return { kind: "select", isEmpty: element.value === "" };
    if (element instanceof HTMLInputElement && ["radio", "checkbox"].includes(element.type)) {
      const isEmpty = !element.closest("fieldset")?.querySelector("input:checked");
      return { kind: "option", isEmpty };
    }
    if (element instanceof HTMLButtonElement) return { kind: element.type, isEmpty: false };
    return { kind: "other", isEmpty: false };
  });
}

/** Fills in the open form and submits it: the first option of each choice, and the given texts by their labels. */
export async function fillIn(page: Page, texts: Readonly<Record<string, string>> = {}): Promise<void> {
  for (let stop = 0; stop < maxTabStops; stop++) {
    const { kind, isEmpty } = await field(page);
    const name = (await focused(page)).replace(/\s*(\*|\(.*\))$/, "");
    if (kind === "submit") return page.keyboard.press("Enter");
    if (kind === "select" && isEmpty) await page.keyboard.press("ArrowDown");
    if (kind === "option" && isEmpty) await page.keyboard.press("Space");
    const text = texts[name];
    if (text !== undefined) {
      await page.keyboard.press("ControlOrMeta+A");
      await page.keyboard.type(text);
    }
    await page.keyboard.press("Tab");
  }
  throw new Error("the form has no button that sends it");
}
