import { setTimeout as wait } from "node:timers/promises";
import type { Random } from "../bench/random.ts";
import type { Outcome } from "../playground/slack/people/outcome.ts";
import type { Person } from "../playground/slack/people/person.ts";
import { elementsOf } from "../playground/slack/schemas/blocks.ts";
import type { Message } from "../playground/slack/state/model.ts";
import type { Workspace } from "../playground/slack/workspace.ts";
import type { Bot, Transport } from "./bot.ts";
import type { LeapingClock } from "./clock.ts";

export const ways = ["mention", "dm", "command", "press", "private press"] as const;
export type Way = (typeof ways)[number];

/** Where a round takes place. */
export interface Scene {
  readonly workspace: Workspace;
  readonly transport: Transport;
  readonly clock: LeapingClock;
  readonly bot: Bot;
  readonly random: Random;
}

/** Somebody with one question, in a channel where nobody else asks. */
export interface Asker {
  readonly way: Way;
  readonly text: string;
  readonly person: Person;
  readonly channel: string;
  /** What holds the button, where one is pressed. */
  readonly pressed: Message | undefined;
}

/** How long the questions of a round are spread over, in milliseconds. */
export const span = 600;

export function pause({ random }: Pick<Scene, "random">, most = span): Promise<void> {
  return wait(random() * most);
}

/** Everything that the bot said to somebody, wherever they see it. */
export function saidTo(workspace: Workspace, { person, channel }: Pick<Asker, "person" | "channel">) {
  return [channel, person.dm].flatMap((place) =>
    workspace.messagesSeenBy(person, place).filter(({ botId }) => botId !== undefined),
  );
}

/** Gets somebody ready to ask; who is to press a button has asked before, and been answered. */
export async function prepare(
  { workspace }: Scene,
  { way, text, name }: { readonly way: Way; readonly text: string; readonly name: string },
): Promise<Asker> {
  const person = workspace.person(name);
  const channel = workspace.channel(name, { members: [person] });
  const asker = { way, text, person, channel, pressed: undefined };
  if (way !== "press" && way !== "private press") return asker;
  if (way === "press") person.says(channel, `@${workspace.botName} ${text}`);
  else await person.types(channel, `/aws-help ${text}`);
  const pressed = await workspace.until(() => saidTo(workspace, asker)[0], 20_000);
  return { ...asker, pressed };
}

/** Asks; what came of it at once, where Slack tells. */
export async function ask({ workspace }: Scene, asker: Asker): Promise<Outcome | undefined> {
  const { way, text, person, channel, pressed } = asker;
  switch (way) {
    case "mention":
      person.says(channel, `@${workspace.botName} ${text}`);
      return undefined;
    case "dm":
      person.says(person.dm, text);
      return undefined;
    case "command":
      return person.types(channel, `/aws-help ${text}`);
    case "press":
    case "private press":
      return pressed && person.presses(pressed, firstPressOn(workspace, asker));
  }
}

/** Of the message as it is now; buttons that open a page say nothing. */
function firstPressOn(workspace: Workspace, asker: Asker): string {
  const { blocks = [] } = saidTo(workspace, asker).find(({ ts }) => ts === asker.pressed?.ts) ?? {};
  const ids = blocks.flatMap((block) => elementsOf(block).map(({ action_id }) => action_id ?? ""));
  return ids.find((id) => id.startsWith("press-")) ?? "";
}
