import { respond } from "../respond.ts";
import { findChannel } from "../state/channels.ts";
import type { Channel } from "../state/model.ts";
import { isRefusal } from "../web-api/result.ts";
import { type Actor, requireCommands } from "./actor.ts";
import { type Outcome, toFailure } from "./outcome.ts";

/** Somebody types a slash command such as "/aws-help lost phone": interactivity/implementing-slash-commands */
export async function typeCommand(actor: Actor, to: string, typed: string): Promise<Outcome> {
  const { core, user } = actor;
  requireCommands(actor, typed);
  const channel = findChannel(core, to);
  if (!channel?.members.includes(user.id)) throw new Error(`${user.name} is not in the channel ${to}`);
  const acknowledgement = await actor.deliver({ kind: "command", body: toPayload(actor, channel, typed) });
  if (acknowledgement.kind !== "acknowledged") return toFailure(acknowledgement);
  const { body } = acknowledgement;
  if (body === undefined) return { kind: "acknowledged" };
  const fields = typeof body === "object" && body !== null ? body : { text: String(body) };
  const responded = respond(core, { channel: to, user: user.id }, fields);
  if (responded && isRefusal(responded)) return { kind: "failed", error: "invalid_response" };
  return { kind: "acknowledged", message: responded };
}

function toPayload(actor: Actor, channel: Channel, typed: string): Readonly<Record<string, string>> {
  const { core, user } = actor;
  const [command = "", ...words] = typed.split(" ");
  return {
    token: core.app.verificationToken,
    team_id: core.app.teamId,
    team_domain: core.app.teamDomain,
    channel_id: channel.id,
    channel_name: shownName(channel),
    user_id: user.id,
    user_name: user.name,
    command,
    text: words.join(" ").trim(),
    api_app_id: core.app.appId,
    is_enterprise_install: "false",
    response_url: actor.newResponseUrl({ channel: channel.id, user: user.id }),
    trigger_id: actor.triggers.issue({ user: user.id, from: "elsewhere" }),
  };
}

/** Slack hides the names of private channels here. */
function shownName({ kind, name }: Channel): string {
  switch (kind) {
    case "public":
      return name;
    case "private":
      return "privategroup";
    case "im":
      return "directmessage";
  }
}
