import { type Client, Events, GatewayCloseCodes } from "discord.js";

/** `intentsRefused`: Discord does not grant the bot an intent that it asks for. */
export type LogInResult =
  | { readonly kind: "ready"; readonly client: Client<true> }
  | { readonly kind: "intentsRefused"; readonly error: unknown };

/** @throws what discord.js throws, unless an intent is refused */
export async function logIn(client: Client, token: string): Promise<LogInResult> {
  let closeCode: number | undefined;
  client.on(Events.ShardDisconnect, ({ code }) => {
    closeCode = code;
  });
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  try {
    await client.login(token);
  } catch (error) {
    if (closeCode !== GatewayCloseCodes.DisallowedIntents) throw error;
    return { kind: "intentsRefused", error };
  }
  return { kind: "ready", client: await ready };
}
