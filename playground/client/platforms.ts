import { discordDrawing } from "./discord/drawing.ts";
import type { PlatformDrawing } from "./platform-drawing.tsx";
import { slackDrawing } from "./slack/drawing.ts";
import type { PageStrings } from "./strings-en.ts";

/** How each platform is drawn. A platform that is not listed is shown as formatted JSON. */
const drawings: ReadonlyMap<string, PlatformDrawing> = new Map([
  ["slack", slackDrawing],
  ["discord", discordDrawing],
]);

export function drawingOf(platform: string): PlatformDrawing | undefined {
  return drawings.get(platform);
}

/** A platform without a drawing is called by its name. */
export function labelOf(platform: string, strings: PageStrings): string {
  return drawingOf(platform)?.label(strings) ?? platform;
}
