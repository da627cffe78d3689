import * as channels from "./channels.ts";
import * as commands from "./commands.ts";
import * as callback from "./interaction-callback.ts";
import * as messages from "./messages.ts";
import type { Route, RouteParams } from "./route.ts";
import * as threads from "./threads.ts";
import * as users from "./users.ts";
import * as webhooks from "./webhooks.ts";

/** The supported routes. */
const routes: readonly Route[] = [
  ...[users.gateway, users.gatewayBot, users.application, users.oauthApplication],
  ...[users.me, users.createDm, users.get, users.guild, users.channels, users.member],
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

export type RouteMatch =
  | { readonly kind: "route"; readonly route: Route; readonly params: RouteParams }
  | { readonly kind: "otherMethod" }
  | { readonly kind: "unknown" };

/** Finds the route for a request. */
export function matchRoute(method: string, path: string): RouteMatch {
  const matches = patterns.flatMap(({ route, pattern }) => {
    const found = path.match(pattern);
    return found ? [{ kind: "route" as const, route, params: found.groups ?? {} }] : [];
  });
  const exact = matches.find(({ route }) => route.method === method);
  if (exact) return exact;
  return { kind: matches.length > 0 ? "otherMethod" : "unknown" };
}
