import type { Clock } from "../../shared/clock.ts";
import { eventRetryDelaysMs } from "../limits.ts";
import type { SlackIds } from "../state/ids.ts";
import type { WorkspaceChannel } from "../state/model.ts";
import type { SlackAppIdentity, SlackEvent } from "../workspace-context.ts";
import { deliverWithTimeout } from "./deliver-with-timeout.ts";
import type { Acknowledgement, Deliver, EventRetry } from "./delivery.ts";

export interface EventsApiOptions {
  readonly clock: Clock;
  readonly ids: SlackIds;
  readonly app: SlackAppIdentity;
  readonly deliver: Deliver;
  readonly scopes: readonly string[];
  /** The events that the app subscribed to, such as message.im. */
  readonly subscribed: readonly string[];
  readonly hasAgentView: boolean;
}

/** The Events API: sends events to the app, and retries those that it does not acknowledge. */
export interface EventsApi {
  announce(event: SlackEvent, channel?: WorkspaceChannel): void;
  /** Sends the next event twice. */
  duplicateNext(): void;
  /** Holds events back until they are released. */
  hold(): void;
  release(order: "original" | "reversed"): void;
  /** The number of events that are in flight or wait for a retry. */
  pending(): number;
  /** The number of events in flight. */
  inFlight(): number;
}

export function createEventsApi(options: EventsApiOptions): EventsApi {
  let held: readonly object[] | undefined;
  let isDuplicated = false;
  let pending = 0;
  let inFlight = 0;

  const send = (body: object, retry?: EventRetry) => {
    pending += retry ? 0 : 1;
    inFlight += 1;
    void deliverWithTimeout(options.clock, options.deliver, { kind: "event", body, retry }).then(
      (acknowledgement) => {
        inFlight -= 1;
        const delayMs = eventRetryDelaysMs[retry?.number ?? 0];
        const reason = retryReason(acknowledgement);
        if (!reason || delayMs === undefined) pending -= 1;
        else options.clock.after(delayMs, () => send(body, { number: (retry?.number ?? 0) + 1, reason }));
      },
    );
  };

  return {
    announce: (event, channel) => {
      if (!mayReceive(options, event, channel)) return;
      const body = toEventEnvelope(options, event);
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
      for (const body of order === "original" ? bodies : bodies.toReversed()) send(body);
    },
    pending: () => pending,
    inFlight: () => inFlight,
  };
}

function retryReason(acknowledgement: Acknowledgement): EventRetry["reason"] | undefined {
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

/** An event needs a subscription, a scope, and the app in the channel: reference/events */
function mayReceive(
  { scopes, subscribed, app, hasAgentView }: EventsApiOptions,
  { type }: SlackEvent,
  channel?: WorkspaceChannel,
): boolean {
  // reference/events/app_context_changed: "The agent_view feature must be enabled"
  if (type === "app_context_changed" && !hasAgentView) return false;
  const isMember = channel === undefined || channel.members.includes(app.botUserId);
  const { name, scope } = requirementsOf(type, channel);
  return isMember && subscribed.includes(name) && (scope === undefined || scopes.includes(scope));
}

function requirementsOf(
  type: string,
  channel?: WorkspaceChannel,
): { readonly name: string; readonly scope?: string } {
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
function toEventEnvelope({ clock, ids, app }: EventsApiOptions, event: SlackEvent): object {
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
