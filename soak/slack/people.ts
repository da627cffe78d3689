import type { Outcome } from "../../local/slack/people/outcome.ts";
import type { Person } from "../../local/slack/people/person.ts";
import { elementsOf } from "../../local/slack/schemas/blocks.ts";
import type { Message } from "../../local/slack/state/model.ts";
import type { Workspace } from "../../local/slack/workspace.ts";
import type { Asker, PlannedQuestion } from "../stage.ts";
import type { SlackFault } from "./faults.ts";
import type { Scene } from "./scene.ts";

export const ways = ["mention", "dm", "command", "press", "private press"] as const;
/** What Slack tells as an event, and again until it is acknowledged. */
const events = ["mention", "dm"];

/** Somebody with one question, in a channel where nobody else asks. */
interface Member extends PlannedQuestion {
  readonly person: Person;
  readonly channel: string;
  /** What holds the button, where one is pressed. */
  readonly pressed: Message | undefined;
}

/** Gets somebody ready to ask; who is to press a button has asked before, and been answered. */
export async function prepare(scene: Scene, fault: SlackFault, wanted: PlannedQuestion): Promise<Asker> {
  const { workspace } = scene;
  const person = workspace.person(wanted.name);
  const channel = workspace.channel(wanted.name, { members: [person] });
  const member = { ...wanted, person, channel, pressed: await firstAnswer(workspace, wanted, channel) };
  const before = saidTo(workspace, member).length;
  return {
    ask: async () => {
      if (events.includes(wanted.way)) fault.beforeEvent?.(scene);
      const outcome = await ask(workspace, member);
      return outcome?.kind === "failed" ? "failed" : "taken";
    },
    answers: () => countAnswers(workspace, member) - before,
    hasSeen: (words) => saidTo(workspace, member).some(({ text }) => text.startsWith(words)),
    excuse: (kind) => (kind === "lost" ? fault.mayBeLost : fault.mayBeDoubled)?.(wanted.way),
  };
}

async function firstAnswer(workspace: Workspace, { way, text, name }: PlannedQuestion, channel: string) {
  const person = workspace.person(name);
  if (way !== "press" && way !== "private press") return undefined;
  if (way === "press") person.says(channel, `@${workspace.botName} ${text}`);
  else await person.types(channel, `/aws-help ${text}`);
  return workspace.until(() => saidTo(workspace, { person, channel })[0], 20_000);
}

/** Asks; what came of it at once, where Slack tells. */
async function ask(workspace: Workspace, member: Member): Promise<Outcome | undefined> {
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
      return pressed && person.presses(pressed, firstPressOn(workspace, member));
  }
}

/** Everything that the bot said to somebody, wherever they see it. */
function saidTo(workspace: Workspace, { person, channel }: Pick<Member, "person" | "channel">) {
  return [channel, person.dm].flatMap((place) =>
    workspace.messagesSeenBy(person, place).filter(({ botId }) => botId !== undefined),
  );
}

/** A press on a private message is answered in its place: it is the same message, with other words. */
function countAnswers(workspace: Workspace, member: Member): number {
  const said = saidTo(workspace, member);
  const { way, pressed } = member;
  if (way !== "private press") return said.length;
  const isReplaced = said.some(({ ts, text }) => ts === pressed?.ts && text !== pressed.text);
  return said.length + (isReplaced ? 1 : 0);
}

/** Of the message as it is now; buttons that open a page say nothing. */
function firstPressOn(workspace: Workspace, member: Member): string {
  const { blocks = [] } = saidTo(workspace, member).find(({ ts }) => ts === member.pressed?.ts) ?? {};
  const ids = blocks.flatMap((block) => elementsOf(block).map(({ action_id }) => action_id ?? ""));
  return ids.find((id) => id.startsWith("press-")) ?? "";
}
