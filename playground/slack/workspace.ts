import type { Clock } from "./clock.ts";
import type { AppIdentity, Core } from "./core.ts";
import { deliverInTime } from "./deliver/deliver.ts";
import type { Carry } from "./deliver/delivery.ts";
import { createEvents } from "./deliver/events.ts";
import { carryTo, verifyUrl } from "./deliver/request-url.ts";
import { createSockets } from "./deliver/sockets.ts";
import { type ApiFault, createFaultQueue, type DeliveryFault } from "./faults.ts";
import { closeServer, listenOnLoopback } from "./listen.ts";
import { identity, type Options, withDefaults } from "./options.ts";
import type { Street } from "./people/actor.ts";
import { createPerson, type Person } from "./people/person.ts";
import { createResponseUrls } from "./response-urls.ts";
import { type CallMade, createWorkspaceServer } from "./serve.ts";
import { addChannel, addUser, changeChannel } from "./state/channels.ts";
import { createIds } from "./state/ids.ts";
import { messagesSeenBy } from "./state/messages.ts";
import type { Data, Message, View } from "./state/model.ts";
import { createState } from "./state/state.ts";
import { modalsOf } from "./state/views.ts";
import { createTriggers } from "./triggers.ts";
import { waitUntil } from "./wait.ts";
import { createRateLimits } from "./web-api/rate-limits.ts";

interface Faults {
  /** The next call of a method goes wrong. */
  next(fault: ApiFault): void;
  /** The next delivery to the request URL goes wrong. */
  nextDelivery(fault: DeliveryFault): void;
  dropSockets(): void;
  /** Asks the app to connect anew, as Slack does every few hours. */
  refreshSockets(reason?: "refresh_requested" | "warning" | "link_disabled"): void;
  duplicateNextEvent(): void;
  holdEvents(): void;
  releaseEvents(order: "kept" | "reversed"): void;
}

export interface Workspace extends Omit<AppIdentity, "verificationToken"> {
  /** For clientOptions.slackApiUrl; ends in /api/. */
  readonly apiUrl: string;
  readonly clock: Clock;
  readonly faults: Faults;
  /** The calls the app made, the last 10,000. */
  readonly calls: readonly CallMade[];
  /** All that the workspace holds. */
  readonly data: Data;
  /** Somebody, new at the first call with this name. */
  person(name: string): Person;
  /** A new channel's id; the app is in it unless it is left out. */
  channel(name: string, options?: ChannelOptions): string;
  invite(channel: string, user: string): void;
  archive(channel: string): void;
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

interface ChannelOptions {
  readonly members?: readonly Pick<Person, "id">[];
  readonly isPrivate?: boolean;
  /** Default true. */
  readonly hasApp?: boolean;
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
  const people = createPeople({
    core,
    triggers,
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
    ...people,
    ...createPlaces(core),
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

function createPeople(street: Street): Pick<Workspace, "person"> {
  const people = new Map<string, Person>();
  return {
    person: (name) => {
      const person = people.get(name) ?? createPerson(street, addUser(street.core, { name, isBot: false }));
      people.set(name, person);
      return person;
    },
  };
}

function createPlaces(core: Core): Pick<Workspace, "channel" | "invite" | "archive"> {
  return {
    channel: (name, { members = [], isPrivate = false, hasApp = true } = {}) => {
      const users = [...members.map(({ id }) => id), ...(hasApp ? [core.app.botUserId] : [])];
      return addChannel(core, { name, kind: isPrivate ? "private" : "public", members: users }).id;
    },
    invite: (id, user) =>
      changeChannel(core, id, (channel) => ({ ...channel, members: [...channel.members, user] })),
    archive: (id) => changeChannel(core, id, (channel) => ({ ...channel, isArchived: true })),
  };
}
