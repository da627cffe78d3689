import type { Client } from "discord.js";
import { z } from "zod";

const updateSchema = z.object({
  t: z.literal("GUILD_ROLE_UPDATE"),
  d: z.object({ guild_id: z.string(), role: z.object({ id: z.string() }) }),
});

/** Makes discord.js remember a role of which it hears first by a change; it would ignore that. */
export function learnRole(client: Client, packet: { t?: string | null }): void {
  const update = updateSchema.safeParse(packet).data?.d;
  if (!update) return;
  const guild = client.guilds.cache.get(update.guild_id);
  if (guild && !guild.roles.cache.has(update.role.id)) packet.t = "GUILD_ROLE_CREATE";
}
