import { createContext } from "preact";
import type { SlackOutcome } from "../../../local/slack/people/outcome.ts";
import type { SlackAction } from "../../slack/actions.ts";
import type { SlackView } from "../../slack/view.ts";
import type { DrawingProps } from "../platform-drawing.tsx";
import { noMarks } from "../use-unread.ts";

/** What the components of Slack share. */
export interface SlackContextValue extends DrawingProps<SlackView, SlackAction, SlackOutcome> {
  readonly openThread: (channel: string, ts: string) => void;
}

const emptyValue: SlackContextValue = {
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
  marks: noMarks,
  openThread: () => {},
};

export const SlackContext = createContext<SlackContextValue>(emptyValue);
