import { respond } from "../respond.ts";
import { findChannel } from "../state/channels.ts";
import type { Channel, User } from "../state/model.ts";
import { isRefusal } from "../web-api/answer.ts";
import { type Outcome, toFailure } from "./outcome.ts";
import type { Street } from "./street.ts";

/** Somebody types a slash command such as "/aws-help lost phone": interactivity/implementing-slash-commands */
export async function typeCommand(street: Street, user: User, to: string, typed: string): Promise<Outcome> {
  const { core } = street;
  const channel = findChannel(core, to);
  if (!channel?.members.includes(user.id)) throw new Error(`${user.name} is not in the channel ${to}`);
  const [command = "", ...words] = typed.split(" ");
  const origin = { channel: to, user: user.id };
  const acknowledgement = await street.deliver({
    kind: "command",
    body: {
      token: core.app.verificationToken,
      team_id: core.app.teamId,
      team_domain: core.app.teamDomain,
      channel_id: to,
      channel_name: shownName(channel),
      user_id: user.id,
      user_name: user.name,
      command,
      text: words.join(" ").trim(),
      api_app_id: core.app.appId,
      is_enterprise_install: "false",
      response_url: street.newResponseUrl(origin),
      trigger_id: street.triggers.issue({ user: user.id }),
    },
  });
  if (acknowledgement.kind !== "acknowledged") return toFailure(acknowledgement);
  const { body } = acknowledgement;
  if (body === undefined) return { kind: "acknowledged" };
  const fields = typeof body === "string" ? { text: body } : Object(body);
  const responded = respond(core, origin, fields);
  if (responded && isRefusal(responded)) return { kind: "failed", error: "invalid_response" };
  return { kind: "acknowledged", message: responded };
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
