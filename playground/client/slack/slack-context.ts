import { createContext } from "preact";
import type { SlackView } from "../../slack/view.ts";
import type { ActOnSlack } from "../ask-server.ts";

/** What every part of Slack's side needs. */
export interface SlackSide {
  readonly view: SlackView;
  /** Does it, and tells the person where it failed. */
  readonly act: ActOnSlack;
  readonly openInspector: (turn: string) => void;
  readonly openThread: (channel: string, ts: string) => void;
}

const nothing: SlackSide = {
  view: {
    me: "",
    bot: "",
    users: {},
    channels: [],
    home: undefined,
    modals: [],
    menu: { commands: [], shortcuts: [] },
  },
  act: async () => ({ kind: "done", outcome: undefined }),
  openInspector: () => {},
  openThread: () => {},
};

export const SlackContext = createContext<SlackSide>(nothing);
