import type { Platform } from "../platform/platform.ts";

/** What to do where a platform is not set: which page to open, and what goes into which setting. */
export function nextSteps(platforms: readonly Platform[]): string {
  const ways = platforms.map(({ title, firstSteps }) => {
    return [`${title}:`, ...firstSteps.map((step, index) => `  ${index + 1}. ${step}`)].join("\n");
  });
  const file = "Put what you copied into .env (a copy of .env.example), and run `npx signpost doctor` again.";
  return [...ways, `${file} docs/first-hour.md shows every step.`].join("\n\n");
}
