import { type Answer, paragraph } from "../../answer/answer.ts";
import { plain } from "../../answer/text.ts";
import { entryButton, homeButton, type ReplyContext } from "./context.ts";

/** The warning to the asker: that a reply looks like fake support, what is never asked for, whose addresses are genuine. */
export function warnOfLure(context: ReplyContext): Answer {
  const { knowledge, locale, strings } = context;
  const { title, seen, never, addresses, report } = strings.lures;
  const genuine = knowledge.genuine === undefined ? undefined : knowledge.find(knowledge.genuine);
  return {
    locale,
    title,
    blocks: [paragraph(plain(seen)), { kind: "list", items: [never, addresses, report] }],
    buttons: [...(genuine ? [entryButton(context, genuine)] : []), homeButton(context)],
  };
}

interface SeenLure {
  /** Who wrote it: the name, if it is known, and the platform's id. */
  readonly writer: string;
  readonly conversation: string;
  /** The words, masked. */
  readonly text: string;
}

/** To the team: who wrote what, and where. The words stand as code, so that their links lead nowhere. */
export function tellTeamOfLure({ locale, strings }: ReplyContext, lure: SeenLure): Answer {
  const { forTeam, who, where, wrote } = strings.lures;
  return {
    locale,
    title: forTeam,
    blocks: [
      {
        kind: "fields",
        fields: [
          { label: who, value: lure.writer },
          { label: where, value: lure.conversation },
        ],
      },
      paragraph(plain(wrote)),
      { kind: "code", text: lure.text },
    ],
    buttons: [],
  };
}
