import { randomUUID } from "node:crypto";
import { ChannelType, type Client, ComponentType, PermissionFlagsBits, type REST, Routes } from "discord.js";
import { z } from "zod";
import { findLocale, lastLocale } from "../../../src/answer/locale.ts";
import { writeToken } from "../../../src/answer/token.ts";
import type { Logger } from "../../../src/lib/logger.ts";
import type { Core } from "../../../src/platform/adapter.ts";
import type { HelpChannel } from "../../../src/platform/help-channels.ts";
import type { PressedMessage } from "../parsing/parse-pressed-message.ts";
import { type DiscordMessage, renderAnswer } from "../rendering/render-answer.ts";
import { answerOfSentence } from "../rendering/sentence-answer.ts";
import { post } from "./post.ts";

/** The id of the panel's text among its components, by which the bot knows its panel again. */
const panelComponentId = 20_250;

export function isPanel({ components }: PressedMessage): boolean {
  return components.some(({ id }) => id === panelComponentId);
}

interface PanelOptions {
  readonly client: Client<true>;
  readonly rest: REST;
  readonly log: Logger;
  readonly core: Pick<Core, "surface" | "languages">;
  readonly helpChannels: ReadonlyMap<string, HelpChannel>;
}

/**
 * In help channels that the bot can't read stands a message that invites people to press and tell. Posts in a forum
 * have titles, which can always be read, so that forums need none.
 */
export async function ensurePanels({ client, rest, log, core, helpChannels }: PanelOptions): Promise<void> {
  for (const [id, { mode, locale }] of helpChannels) {
    const channel = client.channels.cache.get(id);
    const isText = channel?.type === ChannelType.GuildText || channel?.type === ChannelType.GuildAnnouncement;
    if (!isText || mode === "mentions") continue;
    const { me } = channel.guild.members;
    // Where the bot may not look back, it can't know its panel again.
    if (!me || !channel.permissionsFor(me).has(PermissionFlagsBits.ReadMessageHistory)) continue;
    try {
      if (await hasPanel(rest, { channel: id, bot: client.user.id })) continue;
      await post(rest, id, { message: renderPanel(core, locale), key: `panel/${randomUUID()}` });
    } catch (error) {
      log.warn({ err: error, channel: id }, "discord: a help channel gets no panel");
    }
  }
}

function renderPanel(
  { surface, languages }: PanelOptions["core"],
  locale: string | undefined,
): DiscordMessage {
  const [usual = lastLocale] = languages();
  const spoken = findLocale(languages(), locale) ?? usual;
  const { panel, panelAsk, panelTopics } = surface(spoken);
  const [message] = renderAnswer(
    answerOfSentence(spoken, panel, [
      { kind: "press", label: panelAsk, token: writeToken({ action: "ask", locale: spoken }) },
      { kind: "press", label: panelTopics, token: writeToken({ action: "home", locale: spoken }) },
    ]),
  );
  const components = (message?.components ?? []).map((component) =>
    component.type === ComponentType.TextDisplay ? { ...component, id: panelComponentId } : component,
  );
  return { components, files: [] };
}

/** Messages in a page of the history, and pages that are looked through for a panel. */
const historyPageSize = 100;
const maxHistoryPages = 10;

const messagesSchema = z.array(
  z.object({
    id: z.string(),
    author: z.object({ id: z.string() }),
    components: z.array(z.object({ id: z.number().optional() })).default([]),
  }),
);

async function hasPanel(
  rest: REST,
  { channel, bot }: { readonly channel: string; readonly bot: string },
): Promise<boolean> {
  let before: string | undefined;
  for (let count = 0; count < maxHistoryPages; count += 1) {
    const query = new URLSearchParams({
      limit: String(historyPageSize),
      ...(before !== undefined && { before }),
    });
    const read = messagesSchema.parse(await rest.get(Routes.channelMessages(channel), { query }));
    const isThere = ({ author, components }: (typeof read)[number]) =>
      author.id === bot && components.some(({ id }) => id === panelComponentId);
    if (read.some(isThere)) return true;
    before = read.at(-1)?.id;
    if (read.length < historyPageSize) return false;
  }
  return false;
}
