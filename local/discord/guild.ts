import { createCallLog } from "../shared/call-log.ts";
import type { Clock } from "../shared/clock.ts";
import { createFaultQueue, type FaultQueue } from "../shared/fault-queue.ts";
import { closeServer, listenOnLoopback } from "../shared/loopback-server.ts";
import { createState } from "../shared/state.ts";
import { waitUntil } from "../shared/wait-until.ts";
import type { AppIdentity, GuildContext } from "./core.ts";
import type { Faults, RestFault } from "./faults.ts";
import { createGateway, type Gateway } from "./gateway/gateway.ts";
import { createInteractions } from "./interactions.ts";
import { identity, type Options, withDefaults } from "./options.ts";
import type { Person } from "./people/person.ts";
import type { Permission } from "./permissions.ts";
import { createPlaces, type Places } from "./places.ts";
import { createRateLimits } from "./rest/rate-limits.ts";
import { type CallMade, createGuildServer } from "./serve.ts";
import { createIds } from "./state/ids.ts";
import { messagesSeenBy } from "./state/messages.ts";
import { type Data, type Message, type Modal, nothing } from "./state/model.ts";
import { addUser } from "./state/places.ts";

export interface Guild extends AppIdentity, Places {
  /** What discord.js takes as `rest.api`. */
  readonly restUrl: string;
  readonly clock: Clock;
  readonly faults: Faults;
  /** The requests the app made, the last 10,000. */
  readonly calls: readonly CallMade[];
  /** All that the server holds. */
  readonly data: Data;
  /** How many connections to the gateway are open, the dead ones left out. */
  connections(): number;
  /** Whether the app hears what happens, now or once it has resumed: without a session it never will. */
  hasListener(): boolean;
  messagesSeenBy(person: Pick<Person, "id">, channel: string): readonly Message[];
  /** The modal that they have open. */
  modal(person: Pick<Person, "id">): Modal | undefined;
  onChange(listener: () => void): () => void;
  /** Waits, in real time, until something is there; looks after each change. */
  until<T>(look: () => T | undefined, milliseconds?: number): Promise<T>;
  close(): Promise<void>;
}

/** Starts a server of our own on loopback ("guild" in Discord's API) with the app installed. */
export async function startGuild(options: Options = {}): Promise<Guild> {
  const settings = withDefaults(options);
  const { clock, privileged, heartbeatInterval, log } = settings;
  const state = createState<Data>(nothing);
  const faults = createFaultQueue<RestFault>();
  const calls = createCallLog<CallMade>(log, toLine);
  const gatewayUrl = () => `ws://127.0.0.1:${port}`;
  const gateway = createGateway({ core: () => core, privileged, heartbeatInterval, url: gatewayUrl });
  const core: GuildContext = {
    clock,
    state,
    ids: createIds(clock),
    app: identity,
    readsContent: privileged.includes("MessageContent"),
    announce: gateway.announce,
  };
  const interactions = createInteractions({ core, hasListener: gateway.hasListener });
  const work = { core, interactions, gateway, gatewayUrl };
  const office = { work, rateLimits: createRateLimits(clock, settings) };
  const server = createGuildServer({ clock, faults, gateway, office, record: calls.record });
  const port = await listenOnLoopback(server, settings.port);
  found(core, settings.permissions);

  return {
    ...identity,
    ...createPlaces({ core, interactions }),
    restUrl: `http://127.0.0.1:${port}/api`,
    clock,
    calls: calls.kept,
    get data() {
      return state.data;
    },
    faults: toFaults(faults, gateway),
    connections: gateway.connections,
    hasListener: gateway.hasListener,
    messagesSeenBy: ({ id }, channel) => messagesSeenBy(core, id, channel),
    modal: ({ id }) => state.data.modals[id],
    onChange: state.onChange,
    until: (look, milliseconds) => waitUntil(state, look, milliseconds),
    close: async () => {
      gateway.close();
      await closeServer(server);
    },
  };
}

/** A new server: its @everyone, its owner and the app. */
function found(core: GuildContext, permissions: readonly Permission[]): void {
  const { guildId, botUserId, botName, ownerId } = core.app;
  core.state.change((data) => ({ ...data, roles: [{ id: guildId, name: "@everyone", permissions }] }));
  const shared = { locale: "en-US", roles: [], isMember: true, takesMessages: true };
  addUser(core, { ...shared, id: ownerId, username: "owner", isBot: false });
  addUser(core, { ...shared, id: botUserId, username: botName, isBot: true });
}

function toFaults(faults: FaultQueue<RestFault>, gateway: Gateway): Faults {
  return {
    next: faults.add,
    dropGateway: gateway.drop,
    askToReconnect: gateway.reconnect,
    invalidateSession: gateway.invalidate,
    missHeartbeat: gateway.missHeartbeat,
    freezeGateway: gateway.freeze,
    duplicateNextEvent: gateway.duplicateNext,
    holdEvents: gateway.hold,
    releaseEvents: gateway.release,
  };
}

function toLine({ name, status, answer }: CallMade): string {
  return `${name}: ${status}${status < 400 ? "" : ` ${JSON.stringify(answer)}`}`;
}
