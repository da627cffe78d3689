import type { ChannelPlace } from "../../../../adapters/discord/place.ts";
import { createRestClient } from "../../../../adapters/discord/rest/rest-client.ts";
import type { Delivery } from "../../../../adapters/discord/sending/delivery.ts";
import type { SendContext } from "../../../../adapters/discord/sending/send-context.ts";
import { createLog } from "../../../../src/insight/log.ts";
import { openGuild } from "../../../local/discord/connect-app.ts";
import { answerOf } from "../../../support/core-saying.ts";
import { startSmallPack } from "../../../support/small-pack.ts";
import { textOf } from "../start-discord.ts";

export const posting = "POST /channels/{channel}/messages";

export function deliveryTo(audience: Delivery["audience"], key = "k"): Delivery {
  return { answer: { ...answerOf("Here"), title: "Keys" }, audience, key };
}

/** A guild with a question of ana's in a channel, and the REST API as the adapter calls it. */
export async function openRest() {
  const opened = await openGuild();
  const { guild, ana, channel } = opened;
  const question = ana.says(channel, "my key is lost");
  const place: ChannelPlace = {
    kind: "channel",
    guild: guild.guildId,
    channel,
    root: question.id,
    user: ana.id,
  };
  const context: SendContext = {
    rest: createRestClient({ token: guild.token, api: guild.restUrl, log: createLog("silent") }),
    log: createLog("silent"),
    surface: startSmallPack().surface,
    lookUpPlace: async (id, root) => ({ ...place, channel: id, root, user: guild.botUserId }),
  };
  /** The bot's messages that ana sees. */
  const seen = (where = channel) =>
    guild.messagesSeenBy(ana, where).filter(({ author, type }) => author === guild.botUserId && type !== 21);
  return { ...opened, question, place, context, seen, texts: (where = channel) => seen(where).map(textOf) };
}
