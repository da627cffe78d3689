import type { DiscordOutcome } from "../../local/discord/people/outcome.ts";
import type { SlackOutcome } from "../../local/slack/people/outcome.ts";
import type { DiscordAction } from "../discord/actions.ts";
import type { SlackAction } from "../slack/actions.ts";

/** What came of it; `refused` where it can't be done, in the server's words. */
export type ActionResponse<Outcome> =
  | { readonly kind: "done"; readonly outcome: Outcome | undefined }
  | { readonly kind: "refused"; readonly error: string };

export type ActOnSlack = (act: SlackAction) => Promise<ActionResponse<SlackOutcome>>;
export type ActOnDiscord = (act: DiscordAction) => Promise<ActionResponse<DiscordOutcome>>;

export function slackActs(person: string): ActOnSlack {
  return (act) => post({ platform: "slack", person, act });
}

export function discordActs(person: string): ActOnDiscord {
  return (act) => post({ platform: "discord", person, act });
}

async function post<Outcome>(order: object): Promise<ActionResponse<Outcome>> {
  try {
    const response = await fetch("/api/act", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(order),
    });
    const body: { outcome?: Outcome; error?: string } = await response.json();
    if (body.error !== undefined) return { kind: "refused", error: body.error };
    return { kind: "done", outcome: body.outcome };
  } catch {
    return { kind: "refused", error: "the playground does not answer: is it still running?" };
  }
}

/** Reads something of the playground; undefined where there is none. */
export async function read<T>(path: string): Promise<T | undefined> {
  const response = await fetch(path).catch(() => undefined);
  if (!response?.ok) return undefined;
  const found: T = await response.json();
  return found;
}
