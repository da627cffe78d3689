import { createCallLog } from "../shared/call-log.ts";
import type { Clock } from "../shared/clock.ts";
import { createFaultQueue, type FaultQueue } from "../shared/fault-queue.ts";
import { closeServer, listenOnLoopback } from "../shared/loopback-server.ts";
import { createObservableState } from "../shared/observable-state.ts";
import { waitUntil } from "../shared/wait-until.ts";
import { createGuildAdmin, type GuildAdmin } from "./admin.ts";
import type { GuildFaults, RestFault } from "./faults.ts";
import { createGateway, type Gateway } from "./gateway/gateway.ts";
import { createSessionStarts } from "./gateway/session-starts.ts";
import type { DiscordAppIdentity, GuildContext } from "./guild-context.ts";
import { appIdentity, type GuildOptions, withDefaults } from "./options.ts";
import { createPendingInteractions } from "./pending-interactions.ts";
import type { DiscordPerson } from "./people/person.ts";
import type { Permission } from "./permission-flags.ts";
import { createRateLimits } from "./rest/rate-limits.ts";
import { createGuildServer, type RestCall } from "./server.ts";
import { createIds } from "./state/ids.ts";
import { messagesSeenBy } from "./state/messages.ts";
import { emptyGuild, type GuildData, type GuildMessage, type OpenModal } from "./state/model.ts";
import { addUser } from "./state/users.ts";

export interface Guild extends DiscordAppIdentity, GuildAdmin {
  /** The `rest.api` option of discord.js. */
  readonly restUrl: string;
  readonly clock: Clock;
  readonly faults: GuildFaults;
  /** The app's last 10,000 requests. */
  readonly calls: readonly RestCall[];
  /** The state of the guild. */
  readonly data: GuildData;
  /** The number of open gateway connections, without the frozen ones. */
  connections(): number;
  /** The ids of the gateway sessions that receive events now. */
  connectedSessions(): readonly string[];
  /** Whether the app has a session, connected or resumable. Without one it misses events for good. */
  hasSession(): boolean;
  messagesSeenBy(person: Pick<DiscordPerson, "id">, channel: string): readonly GuildMessage[];
  /** The person's open modal. */
  modal(person: Pick<DiscordPerson, "id">): OpenModal | undefined;
  /** What was uploaded as an attachment. The app would fetch it from Discord's CDN. */
  fileContent(id: string): Uint8Array | undefined;
  onChange(listener: () => void): () => void;
  /** Waits, in real time, until `find` returns something. Checks after each change. */
  until<T>(find: () => T | undefined, timeoutMs?: number): Promise<T>;
  close(): Promise<void>;
}

/** Starts a guild (a Discord server) on loopback, with the app installed. */
export async function startGuild(options: GuildOptions = {}): Promise<Guild> {
  const settings = withDefaults(options);
  const { clock, privileged, heartbeatIntervalMs, minShards, recommendedShards, log } = settings;
  const state = createObservableState<GuildData>(emptyGuild);
  const faults = createFaultQueue<RestFault>();
  const calls = createCallLog<RestCall>(log, toLine);
  const gatewayUrl = () => `ws://127.0.0.1:${port}`;
  const sessionStarts = createSessionStarts(settings);
  const gateway = createGateway({
    context: () => context,
    ...{ privileged, heartbeatIntervalMs, minShards, sessionStarts },
    url: gatewayUrl,
  });
  const context: GuildContext = {
    clock,
    state,
    ids: createIds(clock),
    app: appIdentity,
    filesUrl: () => `http://127.0.0.1:${port}`,
    fileContents: new Map(),
    hasContentIntent: privileged.includes("MessageContent"),
    announce: gateway.announce,
  };
  const interactions = createPendingInteractions({ context, hasSession: gateway.hasSession });
  const services = { context, interactions, sessionStarts, recommendedShards, gatewayUrl };
  const restApi = { services, rateLimits: createRateLimits(clock, settings) };
  const server = createGuildServer({ clock, faults, gateway, restApi, record: calls.record });
  const port = await listenOnLoopback(server, settings.port);
  addOwnerAndBot(context, settings.permissions);

  return {
    ...appIdentity,
    ...createGuildAdmin({ context, interactions }),
    restUrl: `http://127.0.0.1:${port}/api`,
    clock,
    calls: calls.calls,
    get data() {
      return state.data;
    },
    faults: toFaults(faults, gateway),
    connections: gateway.connections,
    connectedSessions: gateway.connectedSessions,
    hasSession: gateway.hasSession,
    messagesSeenBy: ({ id }, channel) => messagesSeenBy(context, id, channel),
    modal: ({ id }) => state.data.modals[id],
    fileContent: (id) => context.fileContents.get(id),
    onChange: state.onChange,
    until: (find, timeoutMs) => waitUntil(state, find, timeoutMs),
    close: async () => {
      gateway.close();
      await closeServer(server);
    },
  };
}

/** Adds what a new guild has: @everyone, its owner and the app. */
function addOwnerAndBot(context: GuildContext, permissions: readonly Permission[]): void {
  const { guildId, botUserId, botName, ownerId } = context.app;
  context.state.change((data) => ({ ...data, roles: [{ id: guildId, name: "@everyone", permissions }] }));
  const shared = { locale: "en-US", roles: [], isMember: true, acceptsDms: true };
  addUser(context, { ...shared, id: ownerId, username: "owner", isBot: false });
  addUser(context, { ...shared, id: botUserId, username: botName, isBot: true });
}

function toFaults(faults: FaultQueue<RestFault>, gateway: Gateway): GuildFaults {
  return {
    next: faults.add,
    always: faults.always,
    dropGateway: gateway.drop,
    askToReconnect: gateway.requestReconnect,
    invalidateSession: gateway.invalidate,
    missHeartbeat: gateway.missHeartbeat,
    freezeGateway: gateway.freeze,
    duplicateNextEvent: gateway.duplicateNext,
    dispatch: (type, data) => gateway.announce({ type, data }),
    holdEvents: gateway.hold,
    releaseEvents: gateway.release,
  };
}

function toLine({ name, status, answer }: RestCall): string {
  return `${name}: ${status}${status < 400 ? "" : ` ${JSON.stringify(answer)}`}`;
}
