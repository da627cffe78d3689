import type { Clock } from "./clock.ts";
import type { AppIdentity, Core } from "./core.ts";
import { deliverInTime } from "./deliver/deliver.ts";
import type { Carry } from "./deliver/delivery.ts";
import { createEvents } from "./deliver/events.ts";
import { carryTo, verifyUrl } from "./deliver/request-url.ts";
import { createSockets } from "./deliver/sockets.ts";
import { createFaultQueue, type DeliveryFault, type Faults } from "./faults.ts";
import { closeServer, listenOnLoopback } from "./listen.ts";
import { identity, type Options, withDefaults } from "./options.ts";
import type { Person } from "./people/person.ts";
import { createPlaces, type Places } from "./places.ts";
import { createResponseUrls } from "./response-urls.ts";
import { type CallMade, createWorkspaceServer } from "./serve.ts";
import { addUser } from "./state/channels.ts";
import { createIds } from "./state/ids.ts";
import { messagesSeenBy } from "./state/messages.ts";
import type { Data, Message, View } from "./state/model.ts";
import { createState } from "./state/state.ts";
import { modalsOf } from "./state/views.ts";
import { createTriggers } from "./triggers.ts";
import { waitUntil } from "./wait.ts";
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
  const state = createState();
  const ids = createIds(clock);
  const faults = createFaultQueue();
  const calls: CallMade[] = [];
  const triggers = createTriggers(clock);
  let requestUrl: string | undefined;
  let deliveryFault: DeliveryFault | undefined;

  const destination = (url: string) => ({
    url,
    signingSecret: identity.signingSecret,
    takeFault: () => {
      const fault = deliveryFault;
      deliveryFault = undefined;
      return fault;
    },
  });
  const carry: Carry = async (delivery) => {
    const acknowledgement = await (requestUrl === undefined
      ? sockets.carry
      : carryTo(destination(requestUrl)))(delivery);
    log(`${delivery.kind}: ${acknowledgement.kind}`);
    return acknowledgement;
  };
  const events = createEvents({ clock, ids, app: identity, carry, scopes, subscribed: settings.events });
  const core: Core = { clock, state, ids, app: identity, announce: events.announce };
  const sockets = createSockets(core);
  const responseUrls = createResponseUrls(core);
  const server = createWorkspaceServer({
    clock,
    faults,
    sockets,
    responseUrls,
    office: {
      work: { core, triggers, scopes, newLink: () => `ws://127.0.0.1:${port}${sockets.newLink()}` },
      rateLimits: createRateLimits(clock, settings.burst),
      appScopes: settings.appScopes,
    },
    record: (call) => {
      calls.push(call);
      if (calls.length > callsKept) calls.shift();
      log(`${call.method}: ${call.status} ${JSON.stringify(call.answer.error ?? "ok")}`);
    },
  });
  addUser(core, { id: identity.botUserId, name: identity.botName, isBot: true });
  const port = await listenOnLoopback(server, settings.port);
  const address = `http://127.0.0.1:${port}`;
  const places = createPlaces({
    core,
    triggers,
    scopes,
    deliver: (delivery) => deliverInTime(clock, carry, delivery),
    newResponseUrl: (origin) => `${address}${responseUrls.issue(origin)}`,
  });

  return {
    ...identity,
    apiUrl: `${address}/api/`,
    clock,
    calls,
    get data() {
      return state.data;
    },
    faults: {
      next: faults.add,
      nextDelivery: (fault) => {
        deliveryFault = fault;
      },
      dropSockets: sockets.drop,
      refreshSockets: (reason = "refresh_requested") => sockets.disconnect(reason),
      duplicateNextEvent: events.duplicateNext,
      holdEvents: events.hold,
      releaseEvents: events.release,
    },
    ...places,
    deliverTo: (url) => {
      requestUrl = url;
    },
    verifyRequestUrl: async () =>
      requestUrl !== undefined &&
      verifyUrl({ ...destination(requestUrl), token: identity.verificationToken }),
    connections: sockets.count,
    pendingEvents: events.pending,
    eventsUnderway: events.underway,
    messagesSeenBy: ({ id }, channel) => messagesSeenBy(core, id, channel),
    home: ({ id }) => state.data.homes[id],
    modal: ({ id }) => modalsOf(core, id).at(-1),
    onChange: state.onChange,
    until: (look, milliseconds = 5000) => waitUntil(state, look, milliseconds),
    close: async () => {
      sockets.close();
      await closeServer(server);
    },
  };
}

const callsKept = 10_000;
