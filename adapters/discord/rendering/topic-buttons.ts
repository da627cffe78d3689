import type { Button } from "../../../src/answer/answer.ts";
import type { Locale } from "../../../src/answer/locale.ts";
import { writeToken } from "../../../src/answer/token.ts";
import type { SurfaceStrings } from "../../../src/platform/surface-strings.ts";

/** The buttons under the platform's own sentences: describe the problem, and see the topics. */
export function topicButtons({ panelAsk, panelTopics }: SurfaceStrings, locale: Locale): readonly Button[] {
  return [
    { kind: "press", label: panelAsk, token: writeToken({ action: "ask", locale }) },
    { kind: "press", label: panelTopics, token: writeToken({ action: "home", locale }) },
  ];
}
