import { type Client, DiscordjsError, DiscordjsErrorCodes, Events, GatewayCloseCodes } from "discord.js";
import { StartError } from "../../../src/lib/start-error.ts";
import { readApiFailure } from "../rest/api-failure.ts";

/**
 * What became of an attempt to connect.
 * - `intentsRefused`: Discord does not grant the bot an intent that it asks for.
 * - `refused`: Discord does not accept the token, or closed the gateway in a way that it says is final
 *   (topics/opcodes-and-status-codes#gateway-gateway-close-event-codes).
 * - `failed`: anything that passes, such as a network error.
 */
export type LogInResult =
  | { readonly kind: "ready"; readonly client: Client<true> }
  | { readonly kind: "intentsRefused" | "refused" | "failed"; readonly error: unknown };

/** Never rejects. */
export async function logIn(client: Client, token: string): Promise<LogInResult> {
  let closeCode: number | undefined;
  const disconnected = new Promise<never>((_, reject) => {
    client.on(Events.ShardDisconnect, ({ code }) => {
      closeCode = code;
      reject(new Error(`the gateway was closed with ${code}`));
    });
  });
  disconnected.catch(() => {});
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  try {
    await client.login(token);
    // Of several shards, one may be closed for good while the others are still being connected.
    return { kind: "ready", client: await Promise.race([ready, disconnected]) };
  } catch (error) {
    await client.destroy();
    if (closeCode === GatewayCloseCodes.DisallowedIntents) return { kind: "intentsRefused", error };
    if (isShardCode(closeCode))
      return { kind: "refused", error: new StartError(tooFewShards, { cause: error }) };
    const isRefused = closeCode !== undefined || isTokenError(error);
    return { kind: isRefused ? "refused" : "failed", error };
  }
}

/** What to do where Discord does not take the number of shards. */
export const tooFewShards = "Discord does not take this number of shards: set DISCORD_SHARDS=auto";

/** Whether Discord closed the gateway since the number of shards is wrong. */
export function isShardCode(code: number | undefined): boolean {
  return code === GatewayCloseCodes.ShardingRequired || code === GatewayCloseCodes.InvalidShard;
}

function isTokenError(error: unknown): boolean {
  if (error instanceof DiscordjsError) return error.code === DiscordjsErrorCodes.TokenInvalid;
  return readApiFailure(error) === "token";
}
