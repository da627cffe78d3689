import * as callback from "./interaction-callback.ts";
import * as channels from "./channels.ts";
import * as commands from "./commands.ts";
import * as messages from "./messages.ts";
import type { Params, Route } from "./route.ts";
import * as threads from "./threads.ts";
import * as users from "./users.ts";
import * as webhooks from "./webhooks.ts";

/** The requests that are spoken here. */
const routes: readonly Route[] = [
  ...[users.gateway, users.gatewayBot, users.application, users.oauthApplication],
  ...[users.me, users.openDm, users.get, users.guild, users.channels, users.member],
  ...[commands.list, commands.overwrite, commands.create, commands.get, commands.edit, commands.remove],
  ...[callback.create, webhooks.followUp, webhooks.get, webhooks.edit, webhooks.remove],
  ...[messages.create, messages.list, messages.get, messages.edit, messages.remove, messages.typing],
  ...[channels.get, channels.edit, channels.remove],
  ...[threads.fromMessage, threads.start, threads.join, threads.leave, threads.active],
];

const patterns = routes.map((route) => ({
  route,
  pattern: new RegExp(`^${route.path.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`),
}));

export type Found =
  | { readonly kind: "route"; readonly route: Route; readonly params: Params }
  | { readonly kind: "otherMethod" }
  | { readonly kind: "unknown" };

/** Which of them is asked for. */
export function findRoute(method: string, path: string): Found {
  const fitting = patterns.flatMap(({ route, pattern }) => {
    const found = path.match(pattern);
    return found ? [{ kind: "route" as const, route, params: found.groups ?? {} }] : [];
  });
  const exact = fitting.find(({ route }) => route.method === method);
  if (exact) return exact;
  return { kind: fitting.length > 0 ? "otherMethod" : "unknown" };
}
