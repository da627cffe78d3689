import type { TurnInput } from "../../server/core-view.ts";

/** What the person did, in one line. */
export function summaryOf(done: TurnInput): string {
  switch (done.kind) {
    case "question":
      return done.text;
    case "press":
      return done.token;
    case "submit":
      return `${done.token} ${Object.values(done.values).join(" ")}`;
    case "open":
      return "…";
  }
}
