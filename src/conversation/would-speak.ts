import { type Locale, lastLocale } from "../answer/locale.ts";
import type { Mode } from "../platform/incoming.ts";
import { newState } from "./state.ts";
import type { Responder } from "./types.ts";

/** Whether the bot would say anything to a text in a help channel, where nobody addressed it and no conversation is open. */
export function wouldSpeak({ converse, knowledge }: Responder, text: string, mode: Mode): boolean {
  const locale: Locale = [...knowledge.strings.keys()][0] ?? lastLocale;
  const { reply } = converse(newState, {
    id: "",
    input: { kind: "question", text, hasPicture: false },
    person: "",
    address: { adapter: "", data: "" },
    now: 0,
    addressed: false,
    mode,
    place: "channel",
    locale,
  });
  return reply.kind !== "silence";
}
