import type { SlackOutcome } from "../../../local/slack/people/outcome.ts";
import type { SlackAction } from "../../slack/actions.ts";
import type { SlackView } from "../../slack/view.ts";
import { defineDrawing } from "../platform-drawing.tsx";
import { Slack } from "./slack.tsx";

export const slackDrawing = defineDrawing<SlackView, SlackAction, SlackOutcome>({
  label: (strings) => strings.slack,
  Component: Slack,
  nameOf: ({ users }, id) => users[id],
});
