import { writeToken } from "../../src/answer/token.ts";
import type { Turn } from "../../src/conversation/types.ts";

type EntryAction = "show" | "stuck" | "solved" | "sources";

/** A press on a button of an entry, in a direct message in English. */
export function pressOn(action: EntryAction, entry: string): Turn {
  return {
    id: "e1",
    address: { adapter: "terminal", data: "" },
    person: "lan",
    addressed: true,
    place: "private",
    now: 0,
    locale: "en",
    input: { kind: "press", token: writeToken({ action, entry, locale: "en" }) },
  };
}
