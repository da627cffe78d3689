import type { WorkspaceChannel } from "../state/model.ts";
import { findVisibleChannel } from "./channel-access.ts";
import type { WebApiServices } from "./method.ts";
import { apiError, type WebApiResult } from "./result.ts";

/** Each kind of channel has its own scope. A method requires one of them, for any kind. */
export const scopesOfAnyKind = (what: "read" | "history") =>
  ["channels", "groups", "im"].map((kind) => `${kind}:${what}`);

interface ScopedChannel {
  readonly channel: string;
  readonly what: "read" | "history";
}

/** Reads a channel if the app has the scope for its kind. For history, the app must also be a member. */
export function withChannelScope(
  { context, scopes }: WebApiServices,
  { channel: to, what }: ScopedChannel,
  read: (channel: WorkspaceChannel) => WebApiResult,
): WebApiResult {
  const channel = findVisibleChannel(context, to);
  if ("ok" in channel) return channel;
  const needed = `${{ public: "channels", private: "groups", im: "im" }[channel.kind]}:${what}`;
  if (!scopes.includes(needed)) return { ...apiError("missing_scope"), needed, provided: scopes.join(",") };
  const isMissing = what === "history" && !channel.members.includes(context.app.botUserId);
  return isMissing ? apiError("not_in_channel") : read(channel);
}
