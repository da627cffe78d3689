import { type REST, Routes } from "discord.js";
import { z } from "zod";
import { failed, passed, type SetupCheck } from "../../src/platform/setup-check.ts";
import type { ShardSetting } from "./settings.ts";

/** events/gateway#get-gateway-bot */
const gatewaySchema = z.object({
  shards: z.number(),
  session_start_limit: z.object({ total: z.number(), remaining: z.number(), reset_after: z.number() }),
});

/**
 * Tells how many shards Discord recommends, and how many sessions may still be started.
 * @param now milliseconds since 1970
 */
export async function checkSessions(
  rest: REST,
  setting: ShardSetting,
  now: number,
): Promise<readonly SetupCheck[]> {
  const { shards: recommended, session_start_limit: limit } = gatewaySchema.parse(
    await rest.get(Routes.gatewayBot()),
  );
  const shards = setting === "auto" ? recommended : setting;
  const { total, remaining, reset_after: resetAfterMs } = limit;
  const left = `${remaining} of ${total} session starts are left until ${new Date(now + resetAfterMs).toISOString()}`;
  return [
    passed(describeShards(recommended, setting)),
    remaining < shards
      ? failed(`${left}, and a start takes ${shards}`, "start the bot after that: until then it only waits")
      : passed(`${left}; a start takes ${shards}`),
  ];
}

/** A shard takes 2,500 servers at most: events/gateway#sharding */
const maxServersPerShard = 2500;

function describeShards(recommended: number, setting: ShardSetting): string {
  const recommends = `Discord recommends ${recommended === 1 ? "1 shard" : `${recommended} shards`}`;
  if (setting === "auto") return `${recommends}, which the bot takes`;
  const servers = (setting * maxServersPerShard).toLocaleString("en-US");
  return `${recommends}; DISCORD_SHARDS=${setting} is enough for up to ${servers} servers`;
}
