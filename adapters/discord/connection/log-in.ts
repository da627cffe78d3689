import { type Client, DiscordjsError, DiscordjsErrorCodes, Events, GatewayCloseCodes } from "discord.js";
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
  client.on(Events.ShardDisconnect, ({ code }) => {
    closeCode = code;
  });
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  try {
    await client.login(token);
  } catch (error) {
    if (closeCode === GatewayCloseCodes.DisallowedIntents) return { kind: "intentsRefused", error };
    const isRefused = closeCode !== undefined || isTokenError(error);
    return { kind: isRefused ? "refused" : "failed", error };
  }
  return { kind: "ready", client: await ready };
}

function isTokenError(error: unknown): boolean {
  if (error instanceof DiscordjsError) return error.code === DiscordjsErrorCodes.TokenInvalid;
  return readApiFailure(error) === "token";
}
