import type { Done } from "../../server/backstage.ts";

/** What was done, in one line. */
export function summaryOf(done: Done): string {
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
