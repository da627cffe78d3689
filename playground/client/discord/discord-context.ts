import { createContext } from "preact";
import type { DiscordOutcome } from "../../../local/discord/people/outcome.ts";
import type { DiscordAction } from "../../discord/actions.ts";
import type { DiscordMessage, DiscordView } from "../../discord/view.ts";
import type { DrawingProps } from "../platform-drawing.tsx";
import { noMarks } from "../use-unread.ts";

/** What the components of Discord share. */
export interface DiscordContextValue extends DrawingProps<DiscordView, DiscordAction, DiscordOutcome> {
  readonly replyTo: (message: DiscordMessage) => void;
}

const emptyValue: DiscordContextValue = {
  view: {
    me: "",
    bot: "",
    guild: "",
    locale: "en-US",
    takesMessages: true,
    users: {},
    channels: [],
    modal: undefined,
    commands: [],
  },
  act: async () => ({ kind: "done", outcome: undefined }),
  openInspector: () => {},
  marks: noMarks,
  replyTo: () => {},
};

export const DiscordContext = createContext<DiscordContextValue>(emptyValue);
