import { type Guild, startGuild } from "../../local/discord/guild.ts";
import type { DiscordOutcome } from "../../local/discord/people/outcome.ts";
import { flags } from "../../local/discord/state/flags.ts";
import type { GuildMessage } from "../../local/discord/state/model.ts";
import { peopleAtOnce } from "../load/measure.ts";
import type { PreparedAnswer } from "../load/prepared-answer.ts";
import { startSignpost } from "../load/processes.ts";

const unlimited = Number.POSITIVE_INFINITY;

/**
 * Asks Signpost each question by command and records its answers. Answers with more than one message, or with a
 * file, are left out.
 * @param dataFolder where the learned model is stored
 */
export async function recordAnswers(
  questions: readonly string[],
  dataFolder: string,
): Promise<readonly PreparedAnswer[]> {
  const guild = await startGuild({ burst: unlimited, perSecond: unlimited, identifyWindowMs: 0 });
  const signpost = await startSignpost({
    DATA_DIR: dataFolder,
    DISCORD_TOKEN: guild.token,
    DISCORD_API_URL: guild.restUrl,
  });
  try {
    const answered: (readonly [string, GuildMessage])[] = [];
    for (let from = 0; from < questions.length; from += peopleAtOnce) {
      // A bot may say less in a channel where much is asked at once.
      const channel = guild.channel(`questions-${from}`);
      const wave = questions.slice(from, from + peopleAtOnce).map(async (text, index) => {
        const person = guild.person(`person-${from + index}`);
        const message = await messageIn(guild, await person.types(channel, "aws-help", { question: text }));
        answered.push([text, message]);
      });
      await Promise.all(wave);
    }
    return answered
      .filter(([, { channel, interaction }]) => {
        const messages = guild.data.messages[channel] ?? [];
        return messages.filter((other) => other.interaction === interaction).length === 1;
      })
      .filter(([, { attachments }]) => attachments.length === 0)
      .map(([text, message]) => [text, toPayload(message)]);
  } finally {
    await signpost.stop();
    await guild.close();
  }
}

async function messageIn(guild: Guild, outcome: DiscordOutcome): Promise<GuildMessage> {
  if (outcome.kind === "replied") return outcome.message;
  if (outcome.kind !== "thinking") throw new Error(`the command was not answered: ${outcome.kind}`);
  const { id, channel } = outcome.message;
  return guild.until(
    () => guild.data.messages[channel]?.find((one) => one.id === id && (one.flags & flags.loading) === 0),
    30_000,
  );
}

/** The payload that makes another bot send the same message. */
function toPayload({ content, components, flags: bits, visibleTo }: GuildMessage): object {
  return {
    ...(content !== "" && { content }),
    components,
    flags: bits | (visibleTo === undefined ? 0 : flags.ephemeral),
    allowedMentions: { parse: [] },
  };
}
