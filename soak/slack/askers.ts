import type { SlackOutcome } from "../../local/slack/people/outcome.ts";
import type { SlackPerson } from "../../local/slack/people/person.ts";
import { elementsOf } from "../../local/slack/schemas/blocks.ts";
import type { WorkspaceMessage } from "../../local/slack/state/model.ts";
import type { Workspace } from "../../local/slack/workspace.ts";
import type { Asker, PlannedQuestion } from "../platform.ts";
import type { SlackFault } from "./fault.ts";
import type { SlackRound } from "./round-context.ts";

/** The ways to ask on Slack. */
export const ways = ["mention", "dm", "command", "press", "private press"] as const;
/** Ways that arrive as an event, which Slack redelivers until it is acknowledged. */
const eventWays = ["mention", "dm"];

/** A person with one question, alone in a channel. */
interface SlackMember extends PlannedQuestion {
  readonly person: SlackPerson;
  readonly channel: string;
  /** The earlier answer whose button is pressed, for ways that press one. */
  readonly pressed: WorkspaceMessage | undefined;
}

/** Prepares a person to ask. For ways that press a button, the person first gets an answer that has one. */
export async function prepareAsker(
  round: SlackRound,
  fault: SlackFault,
  question: PlannedQuestion,
): Promise<Asker> {
  const { workspace } = round;
  const person = workspace.person(question.name);
  const channel = workspace.channel(question.name, { members: [person] });
  const member = { ...question, person, channel, pressed: await firstAnswer(workspace, question, channel) };
  const before = botMessagesTo(workspace, member).length;
  return {
    ask: async () => {
      if (eventWays.includes(question.way)) fault.beforeEvent?.(round);
      const outcome = await ask(workspace, member);
      return outcome?.kind === "failed" ? "failed" : "taken";
    },
    countAnswers: () => countAnswers(workspace, member) - before,
    hasSeen: (text) => botMessagesTo(workspace, member).some((message) => message.text.includes(text)),
    excuse: (kind) => (kind === "lost" ? fault.mayBeLost : fault.mayBeDoubled)?.(question.way),
  };
}

async function firstAnswer(workspace: Workspace, { way, text, name }: PlannedQuestion, channel: string) {
  const person = workspace.person(name);
  if (way !== "press" && way !== "private press") return undefined;
  if (way === "press") person.says(channel, `@${workspace.botName} ${text}`);
  else await person.types(channel, `/aws-help ${text}`);
  return workspace.until(() => botMessagesTo(workspace, { person, channel })[0], 20_000);
}

/** Asks. Returns what the person sees at once, for commands and presses. */
async function ask(workspace: Workspace, member: SlackMember): Promise<SlackOutcome | undefined> {
  const { way, text, person, channel, pressed } = member;
  switch (way) {
    case "mention":
      person.says(channel, `@${workspace.botName} ${text}`);
      return undefined;
    case "dm":
      person.says(person.dm, text);
      return undefined;
    case "command":
      return person.types(channel, `/aws-help ${text}`);
    default:
      return pressed && person.presses(pressed, firstAnswerButton(workspace, member));
  }
}

/** The bot's messages that a person sees, in the channel and in their direct messages. */
function botMessagesTo(workspace: Workspace, { person, channel }: Pick<SlackMember, "person" | "channel">) {
  return [channel, person.dm].flatMap((place) =>
    workspace.messagesSeenBy(person, place).filter(({ botId }) => botId !== undefined),
  );
}

/** A press on a private message is answered by editing that message, which counts as an answer. */
function countAnswers(workspace: Workspace, member: SlackMember): number {
  const messages = botMessagesTo(workspace, member);
  const { way, pressed } = member;
  if (way !== "private press") return messages.length;
  const isReplaced = messages.some(({ ts, text }) => ts === pressed?.ts && text !== pressed.text);
  return messages.length + (isReplaced ? 1 : 0);
}

/** The first button of the current message that the bot answers. Link buttons are not. */
function firstAnswerButton(workspace: Workspace, member: SlackMember): string {
  const { blocks = [] } = botMessagesTo(workspace, member).find(({ ts }) => ts === member.pressed?.ts) ?? {};
  const ids = blocks.flatMap((block) => elementsOf(block).map(({ action_id }) => action_id ?? ""));
  return ids.find((id) => id.startsWith("press-")) ?? "";
}
