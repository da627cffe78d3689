import type { Channel } from "../state/model.ts";
import { type Answer, refuse } from "./result.ts";
import type { Work } from "./method.ts";
import { reachChannel } from "./channel-access.ts";

/** Each kind of channel has a scope of its own; a method asks for any of them. */
export const anyOf = (what: "read" | "history") =>
  ["channels", "groups", "im"].map((kind) => `${kind}:${what}`);

interface Sought {
  readonly channel: string;
  readonly what: "read" | "history";
}

/** Reads a channel under the scope of its kind; what is said is only read where the app is a member. */
export function within(
  { core, scopes }: Work,
  { channel: to, what }: Sought,
  read: (channel: Channel) => Answer,
): Answer {
  const channel = reachChannel(core, to);
  if ("ok" in channel) return channel;
  const needed = `${{ public: "channels", private: "groups", im: "im" }[channel.kind]}:${what}`;
  if (!scopes.includes(needed)) return { ...refuse("missing_scope"), needed, provided: scopes.join(",") };
  const isOutside = what === "history" && !channel.members.includes(core.app.botUserId);
  return isOutside ? refuse("not_in_channel") : read(channel);
}
