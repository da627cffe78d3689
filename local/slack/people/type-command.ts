import { respond } from "../respond.ts";
import { findChannel } from "../state/channels.ts";
import type { WorkspaceChannel } from "../state/model.ts";
import { isApiError } from "../web-api/result.ts";
import { requireCommands, type SlackActor } from "./actor.ts";
import { type SlackOutcome, toFailure } from "./outcome.ts";

/** Types a slash command such as "/aws-help lost phone": interactivity/implementing-slash-commands */
export async function typeCommand(actor: SlackActor, to: string, typed: string): Promise<SlackOutcome> {
  const { context, user } = actor;
  requireCommands(actor, typed);
  const channel = findChannel(context, to);
  if (!channel?.members.includes(user.id)) throw new Error(`${user.name} is not in the channel ${to}`);
  const acknowledgement = await actor.deliver({ kind: "command", body: toPayload(actor, channel, typed) });
  if (acknowledgement.kind !== "acknowledged") return toFailure(acknowledgement);
  const { body } = acknowledgement;
  if (body === undefined) return { kind: "acknowledged" };
  const fields = typeof body === "object" && body !== null ? body : { text: String(body) };
  const message = respond(context, { channel: to, user: user.id }, fields);
  if (message && isApiError(message)) return { kind: "failed", error: "invalid_response" };
  return { kind: "acknowledged", message };
}

function toPayload(
  actor: SlackActor,
  channel: WorkspaceChannel,
  typed: string,
): Readonly<Record<string, string>> {
  const { context, user } = actor;
  const [command = "", ...words] = typed.split(" ");
  return {
    token: context.app.verificationToken,
    team_id: context.app.teamId,
    team_domain: context.app.teamDomain,
    channel_id: channel.id,
    channel_name: payloadChannelName(channel),
    user_id: user.id,
    user_name: user.name,
    command,
    text: words.join(" ").trim(),
    api_app_id: context.app.appId,
    is_enterprise_install: "false",
    response_url: actor.newResponseUrl({ channel: channel.id, user: user.id }),
    trigger_id: actor.triggerIds.issue({ user: user.id, from: "elsewhere" }),
  };
}

/** Slack does not reveal the names of private channels here. */
function payloadChannelName({ kind, name }: WorkspaceChannel): string {
  switch (kind) {
    case "public":
      return name;
    case "private":
      return "privategroup";
    case "im":
      return "directmessage";
  }
}
