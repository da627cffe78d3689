import { Routes } from "discord.js";
import { z } from "zod";
import type { Posted } from "../../../src/platform/adapter.ts";
import type { RestApi } from "../rest/rest-client.ts";
import type { Delivery } from "./delivery.ts";
import { postAnswer } from "./post-answer.ts";
import { toPosted } from "./to-posted.ts";

const channelSchema = z.object({ id: z.string() });

/**
 * Posts an answer to a person's DM with the bot.
 * @throws DiscordAPIError, which readApiFailure reads as `dmsClosed` if they accept none
 */
export async function postDm(rest: RestApi, user: string, delivery: Delivery): Promise<Posted> {
  // resources/user#create-dm returns the existing channel if there is one.
  const opened = await rest.post(Routes.userChannels(), { body: { recipient_id: user } });
  const { id: channel } = channelSchema.parse(opened);
  await postAnswer(rest, { channel }, delivery);
  return toPosted({ kind: "direct", channel, user });
}
