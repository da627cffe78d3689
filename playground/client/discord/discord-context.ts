import { createContext } from "preact";
import type { DiscordMessage, DiscordView } from "../../discord/view.ts";
import type { ActOnDiscord } from "../ask-server.ts";

/** What every part of Discord's side needs. */
export interface DiscordSide {
  readonly view: DiscordView;
  /** Does it, and tells the person where it failed. */
  readonly act: ActOnDiscord;
  readonly openInspector: (turn: string) => void;
  readonly replyTo: (message: DiscordMessage) => void;
}

const nothing: DiscordSide = {
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
  replyTo: () => {},
};

export const DiscordContext = createContext<DiscordSide>(nothing);
