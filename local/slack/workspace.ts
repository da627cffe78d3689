import { createCallLog } from "../shared/call-log.ts";
import type { Clock } from "../shared/clock.ts";
import { createFaultQueue, type FaultQueue } from "../shared/fault-queue.ts";
import { closeServer, listenOnLoopback } from "../shared/loopback-server.ts";
import { createState } from "../shared/state.ts";
import { waitUntil } from "../shared/wait-until.ts";
import type { AppIdentity, WorkspaceContext } from "./core.ts";
import { deliverInTime } from "./deliver/deliver.ts";
import { createEvents, type Events } from "./deliver/events.ts";
import { createRouter, type Router } from "./deliver/router.ts";
import { createSockets, type Sockets } from "./deliver/sockets.ts";
import type { ApiFault, Faults } from "./faults.ts";
import { identity, type Options, withDefaults } from "./options.ts";
import type { Person } from "./people/person.ts";
import { createPlaces, type Places } from "./places.ts";
import { createResponseUrls } from "./response-urls.ts";
import { type CallMade, createWorkspaceServer } from "./serve.ts";
import { addUser } from "./state/channels.ts";
import { createIds } from "./state/ids.ts";
import { messagesSeenBy } from "./state/messages.ts";
import { type Data, type Message, nothing, type View } from "./state/model.ts";
import { modalsOf } from "./state/views.ts";
import { createTriggers } from "./triggers.ts";
import { createRateLimits } from "./web-api/rate-limits.ts";

export interface Workspace extends Omit<AppIdentity, "verificationToken">, Places {
  /** For clientOptions.slackApiUrl; ends in /api/. */
  readonly apiUrl: string;
  readonly clock: Clock;
  readonly faults: Faults;
  /** The calls the app made, the last 10,000. */
  readonly calls: readonly CallMade[];
  /** All that the workspace holds. */
  readonly data: Data;
  /** Deliveries go to this address, signed, and no longer by Socket Mode; undefined turns back. */
  deliverTo(url: string | undefined): void;
  /** Whether the app answers at the request URL as Slack asks: reference/events/url_verification */
  verifyRequestUrl(): Promise<boolean>;
  /** How many Socket Mode connections are open. */
  connections(): number;
  /** How many events are on their way or wait to be tried again. */
  pendingEvents(): number;
  /** How many of those are on their way: at 0, what is to be tried again waits for the clock. */
  eventsUnderway(): number;
  messagesSeenBy(person: Pick<Person, "id">, channel: string): readonly Message[];
  /** What App Home shows. */
  home(person: Pick<Person, "id">): View | undefined;
  /** The modal in front. */
  modal(person: Pick<Person, "id">): View | undefined;
  onChange(listener: () => void): () => void;
  /** Waits, in real time, until something is there; looks after each change. */
  until<T>(look: () => T | undefined, milliseconds?: number): Promise<T>;
  close(): Promise<void>;
}

/** Starts a workspace on loopback with the app installed. */
export async function startWorkspace(options: Options = {}): Promise<Workspace> {
  const settings = withDefaults(options);
  const { clock, scopes, log } = settings;
  const ids = createIds(clock);
  const state = createState<Data>(nothing);
  const faults = createFaultQueue<ApiFault>();
  const calls = createCallLog<CallMade>(log, toLine);
  const triggers = createTriggers(clock);
  const sockets = createSockets({ ids, app: identity });
  const router = createRouter({ app: identity, bySocket: sockets.carry, log });
  const { carry } = router;
  const events = createEvents({ clock, ids, app: identity, carry, scopes, subscribed: settings.events });
  const core: WorkspaceContext = { clock, state, ids, app: identity, announce: events.announce };
  const responseUrls = createResponseUrls(core);
  const newLink = () => `ws://127.0.0.1:${port}${sockets.newLink()}`;
  const rateLimits = createRateLimits(clock, settings.burst);
  const office = { work: { core, triggers, scopes, newLink }, rateLimits, appScopes: settings.appScopes };
  const server = createWorkspaceServer({
    clock,
    faults,
    sockets,
    responseUrls,
    office,
    record: calls.record,
  });
  const port = await listenOnLoopback(server, settings.port);
  const address = `http://127.0.0.1:${port}`;
  addUser(core, { id: identity.botUserId, name: identity.botName, isBot: true });

  return {
    ...identity,
    ...createPlaces({
      core,
      triggers,
      scopes,
      deliver: (delivery) => deliverInTime(clock, carry, delivery),
      newResponseUrl: (origin) => `${address}${responseUrls.issue(origin)}`,
    }),
    apiUrl: `${address}/api/`,
    clock,
    calls: calls.kept,
    get data() {
      return state.data;
    },
    faults: toFaults({ faults, router, sockets, events }),
    deliverTo: router.deliverTo,
    verifyRequestUrl: router.verifyRequestUrl,
    connections: sockets.count,
    pendingEvents: events.pending,
    eventsUnderway: events.underway,
    messagesSeenBy: ({ id }, channel) => messagesSeenBy(core, id, channel),
    home: ({ id }) => state.data.homes[id],
    modal: ({ id }) => modalsOf(core, id).at(-1),
    onChange: state.onChange,
    until: (look, milliseconds) => waitUntil(state, look, milliseconds),
    close: async () => {
      sockets.close();
      await closeServer(server);
    },
  };
}

interface Breakable {
  readonly faults: FaultQueue<ApiFault>;
  readonly router: Router;
  readonly sockets: Sockets;
  readonly events: Events;
}

function toFaults({ faults, router, sockets, events }: Breakable): Faults {
  return {
    next: faults.add,
    nextDelivery: router.spoilNext,
    dropSockets: sockets.drop,
    refreshSockets: (reason = "refresh_requested") => sockets.disconnect(reason),
    duplicateNextEvent: events.duplicateNext,
    holdEvents: events.hold,
    releaseEvents: events.release,
  };
}

function toLine({ method, status, answer }: CallMade): string {
  return `${method}: ${status} ${JSON.stringify(answer.error ?? "ok")}`;
}
