import axe from "axe-core";
import type { Page } from "playwright-core";

/** The serious and critical findings of axe, each with its element. */
export async function findings(page: Page): Promise<readonly string[]> {
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
