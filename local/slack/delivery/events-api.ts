import type { Clock } from "../../shared/clock.ts";
import type { AppIdentity, SlackEvent } from "../workspace-context.ts";
import { eventRetries } from "../limits.ts";
import type { Ids } from "../state/ids.ts";
import type { Channel } from "../state/model.ts";
import { deliverInTime } from "./deliver-with-timeout.ts";
import type { Acknowledgement, Carry, Retry } from "./delivery.ts";

export interface EventsParts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly app: AppIdentity;
  readonly carry: Carry;
  readonly scopes: readonly string[];
  /** The events that the app subscribed to, such as message.im. */
  readonly subscribed: readonly string[];
}

/** What the Events API does: tells the app of what happened, and again when it does not acknowledge. */
export interface Events {
  announce(event: SlackEvent, channel?: Channel): void;
  /** Sends the next event twice. */
  duplicateNext(): void;
  /** Keeps events back until they are released. */
  hold(): void;
  release(order: "kept" | "reversed"): void;
  /** How many events are on their way or wait to be tried again. */
  pending(): number;
  /** How many of those are on their way. */
  underway(): number;
}

export function createEvents(parts: EventsParts): Events {
  let held: readonly object[] | undefined;
  let isDuplicated = false;
  let pending = 0;
  let underway = 0;

  const send = (body: object, retry?: Retry) => {
    pending += retry ? 0 : 1;
    underway += 1;
    void deliverInTime(parts.clock, parts.carry, { kind: "event", body, retry }).then((acknowledgement) => {
      underway -= 1;
      const wait = eventRetries[retry?.number ?? 0];
      const reason = whyFailed(acknowledgement);
      if (!reason || wait === undefined) pending -= 1;
      else parts.clock.after(wait, () => send(body, { number: (retry?.number ?? 0) + 1, reason }));
    });
  };

  return {
    announce: (event, channel) => {
      if (!mayHear(parts, event, channel)) return;
      const body = wrap(parts, event);
      const copies = isDuplicated ? [body, body] : [body];
      isDuplicated = false;
      if (held) held = [...held, ...copies];
      else for (const copy of copies) send(copy);
    },
    duplicateNext: () => {
      isDuplicated = true;
    },
    hold: () => {
      held ??= [];
    },
    release: (order) => {
      const bodies = held ?? [];
      held = undefined;
      for (const body of order === "kept" ? bodies : bodies.toReversed()) send(body);
    },
    pending: () => pending,
    underway: () => underway,
  };
}

function whyFailed(acknowledgement: Acknowledgement): Retry["reason"] | undefined {
  switch (acknowledgement.kind) {
    case "acknowledged":
      return undefined;
    case "refused":
      return acknowledgement.noRetry ? undefined : "http_error";
    case "unreachable":
      return "connection_failed";
    case "timeout":
      return "http_timeout";
  }
}

/** What an event needs: the app's subscription, a scope, and being in the channel (reference/events). */
function mayHear({ scopes, subscribed, app }: EventsParts, { type }: SlackEvent, channel?: Channel): boolean {
  const isIn = channel === undefined || channel.members.includes(app.botUserId);
  const { name, scope } = needs(type, channel);
  return isIn && subscribed.includes(name) && (scope === undefined || scopes.includes(scope));
}

function needs(type: string, channel?: Channel): { readonly name: string; readonly scope?: string } {
  if (type === "app_mention") return { name: type, scope: "app_mentions:read" };
  if (type !== "message" || !channel) return { name: type };
  switch (channel.kind) {
    case "public":
      return { name: "message.channels", scope: "channels:history" };
    case "private":
      return { name: "message.groups", scope: "groups:history" };
    case "im":
      return { name: "message.im", scope: "im:history" };
  }
}

/** apis/events-api#events-JSON */
function wrap({ clock, ids, app }: EventsParts, event: SlackEvent): object {
  const eventId = ids.next("Ev");
  return {
    token: app.verificationToken,
    team_id: app.teamId,
    context_team_id: app.teamId,
    context_enterprise_id: null,
    api_app_id: app.appId,
    event,
    type: "event_callback",
    event_id: eventId,
    event_time: Math.floor(clock.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: app.teamId,
        user_id: app.botUserId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    event_context: `4-${eventId}`,
  };
}
