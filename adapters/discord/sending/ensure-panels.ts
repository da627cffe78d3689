import { randomUUID } from "node:crypto";
import { ChannelType, type Client, PermissionFlagsBits, Routes } from "discord.js";
import { z } from "zod";
import type { Logger } from "../../../src/lib/logger.ts";
import type { Core } from "../../../src/platform/adapter.ts";
import type { HelpChannel } from "../../../src/platform/help-channels.ts";
import { isPanel, renderPanel } from "../rendering/render-panel.ts";
import type { RestApi } from "../rest/rest-client.ts";
import { postMessage } from "./post-message.ts";

interface PanelOptions {
  readonly client: Client<true>;
  readonly rest: RestApi;
  readonly log: Logger;
  readonly core: Pick<Core, "surface" | "languages">;
  readonly helpChannels: ReadonlyMap<string, HelpChannel>;
}

/**
 * Posts a panel to each help channel that has none, for a bot without the message content intent. Forums need no panel:
 * the titles of posts can be read without the intent.
 */
export async function ensurePanels({ client, rest, log, core, helpChannels }: PanelOptions): Promise<void> {
  for (const [channel, { mode, locale }] of helpChannels) {
    if (mode === "mentions" || !maySearchPanel(client, channel)) continue;
    try {
      if (await hasPanel(rest, { channel, bot: client.user.id })) continue;
      await postMessage(rest, channel, { message: renderPanel(core, locale), key: `panel/${randomUUID()}` });
    } catch (error) {
      log.warn({ err: error, channel }, "discord: panel not posted");
    }
  }
}

/** Whether this is a text channel whose history the bot may read: otherwise it would post a panel at each start. */
function maySearchPanel(client: Client<true>, id: string): boolean {
  const channel = client.channels.cache.get(id);
  const isText = channel?.type === ChannelType.GuildText || channel?.type === ChannelType.GuildAnnouncement;
  if (!isText) return false;
  const { me } = channel.guild.members;
  return me !== null && channel.permissionsFor(me).has(PermissionFlagsBits.ReadMessageHistory);
}

/** Messages per page, and pages to search for a panel. */
const historyPageSize = 100;
const maxHistoryPages = 10;

const historySchema = z.array(
  z.object({
    id: z.string(),
    author: z.object({ id: z.string() }),
    components: z.array(z.object({ id: z.number().optional() })).default([]),
  }),
);

async function hasPanel(
  rest: RestApi,
  { channel, bot }: { readonly channel: string; readonly bot: string },
): Promise<boolean> {
  let before: string | undefined;
  for (let page = 0; page < maxHistoryPages; page += 1) {
    const query = new URLSearchParams({
      limit: String(historyPageSize),
      ...(before !== undefined && { before }),
    });
    const messages = historySchema.parse(await rest.get(Routes.channelMessages(channel), { query }));
    if (messages.some((message) => message.author.id === bot && isPanel(message))) return true;
    before = messages.at(-1)?.id;
    if (messages.length < historyPageSize) return false;
  }
  return false;
}
