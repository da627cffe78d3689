import { type Guild, startGuild } from "../../local/discord/guild.ts";
import type { Outcome } from "../../local/discord/people/outcome.ts";
import { flags } from "../../local/discord/state/flags.ts";
import type { Message } from "../../local/discord/state/model.ts";
import { startSignpost } from "../load/children.ts";
import { peopleAtOnce } from "../load/measure.ts";

/** A question, and what a bot replies that answers it as Signpost does. */
export type Asked = readonly [text: string, payload: object];

const unlimited = Number.POSITIVE_INFINITY;

/**
 * Asks Signpost each question by the command, and keeps what it answers; what needs more than one message, or a file,
 * is left out.
 * @param dataFolder where what is learned is kept
 */
export async function learnAnswers(
  questions: readonly string[],
  dataFolder: string,
): Promise<readonly Asked[]> {
  const guild = await startGuild({ burst: unlimited, perSecond: unlimited });
  const signpost = await startSignpost({
    DATA_DIR: dataFolder,
    DISCORD_TOKEN: guild.token,
    DISCORD_API_URL: guild.restUrl,
  });
  try {
    const channel = guild.channel("questions");
    const answered: (readonly [string, Message])[] = [];
    for (let from = 0; from < questions.length; from += peopleAtOnce) {
      const wave = questions.slice(from, from + peopleAtOnce).map(async (text, place) => {
        const person = guild.person(`person-${from + place}`);
        const message = await messageIn(guild, await person.types(channel, "aws-help", { question: text }));
        answered.push([text, message]);
      });
      await Promise.all(wave);
    }
    const seen = guild.data.messages[channel] ?? [];
    return answered
      .filter(([, { interaction }]) => seen.filter((other) => other.interaction === interaction).length === 1)
      .filter(([, { attachments }]) => attachments.length === 0)
      .map(([text, message]) => [text, toPayload(message)]);
  } finally {
    await signpost.end();
    await guild.close();
  }
}

async function messageIn(guild: Guild, outcome: Outcome): Promise<Message> {
  if (outcome.kind === "replied") return outcome.message;
  if (outcome.kind !== "thinking") throw new Error(`a command was answered by nothing: ${outcome.kind}`);
  const { id, channel } = outcome.message;
  return guild.until(
    () => guild.data.messages[channel]?.find((one) => one.id === id && (one.flags & flags.loading) === 0),
    30_000,
  );
}

/** The same message from another hand. */
function toPayload({ content, components, flags: bits, visibleTo }: Message): object {
  return {
    ...(content !== "" && { content }),
    components,
    flags: bits | (visibleTo === undefined ? 0 : flags.ephemeral),
    allowedMentions: { parse: [] },
  };
}
