import { createCallLog } from "../shared/call-log.ts";
import type { Clock } from "../shared/clock.ts";
import { closeServer, listenOnLoopback } from "../shared/loopback-server.ts";
import { createObservableState } from "../shared/observable-state.ts";
import { waitUntil } from "../shared/wait-until.ts";
import { createWorkspaceAdmin, type WorkspaceAdmin } from "./admin.ts";
import { deliverWithTimeout } from "./delivery/deliver-with-timeout.ts";
import type { Acknowledgement, AppDelivery } from "./delivery/delivery.ts";
import { createEventsApi, type EventsApi } from "./delivery/events-api.ts";
import { createRouter, type DeliveryRouter } from "./delivery/router.ts";
import { createSocketMode, type SocketMode } from "./delivery/socket-mode.ts";
import type { WorkspaceFaults } from "./faults.ts";
import { createInteractionChanges, type InteractionChanges } from "./interaction-changes.ts";
import { appIdentity, type WorkspaceOptions, withDefaults } from "./options.ts";
import type { SlackPerson } from "./people/person.ts";
import { createResponseUrls } from "./response-urls.ts";
import { createWorkspaceServer, type WebApiCall } from "./server.ts";
import { createIds } from "./state/ids.ts";
import { messagesSeenBy } from "./state/messages.ts";
import {
  emptyWorkspace,
  type WorkspaceData,
  type WorkspaceMessage,
  type WorkspaceView,
} from "./state/model.ts";
import { addUser } from "./state/users.ts";
import { modalsOf } from "./state/views.ts";
import { createTriggerIds } from "./trigger-ids.ts";
import { createRateLimits } from "./web-api/rate-limits.ts";
import { createWebApiFaults, type WebApiFaults } from "./web-api-faults.ts";
import type { SlackAppIdentity, WorkspaceContext } from "./workspace-context.ts";

export interface Workspace extends Omit<SlackAppIdentity, "verificationToken">, WorkspaceAdmin {
  /** The app's `clientOptions.slackApiUrl`. Ends in /api/. */
  readonly apiUrl: string;
  readonly clock: Clock;
  readonly faults: WorkspaceFaults;
  /** The app's last 10,000 calls. */
  readonly calls: readonly WebApiCall[];
  /** The state of the workspace. */
  readonly data: WorkspaceData;
  /** Delivers what nobody here can cause, such as noise, in the way that is set. */
  deliver(delivery: AppDelivery): Promise<Acknowledgement>;
  /** Sets the request URL: deliveries go there, signed, instead of by Socket Mode. undefined goes back to Socket Mode. */
  deliverTo(url: string | undefined): void;
  /** Whether the app passes the verification of its request URL: reference/events/url_verification */
  verifyRequestUrl(): Promise<boolean>;
  /** The number of open Socket Mode connections. */
  connections(): number;
  /** The number of events that are in flight or wait for a retry. */
  pendingEvents(): number;
  /** The number of events in flight. At 0, all pending events wait for the clock. */
  eventsInFlight(): number;
  messagesSeenBy(person: Pick<SlackPerson, "id">, channel: string): readonly WorkspaceMessage[];
  /** The view in the person's App Home. */
  home(person: Pick<SlackPerson, "id">): WorkspaceView | undefined;
  /** The person's topmost modal. */
  modal(person: Pick<SlackPerson, "id">): WorkspaceView | undefined;
  /** What was uploaded as a file. The app would fetch it from Slack, which needs the scope files:read. */
  fileContent(id: string): Uint8Array | undefined;
  onChange(listener: () => void): () => void;
  /** Waits, in real time, until `find` returns something. Checks after each change. */
  until<T>(find: () => T | undefined, timeoutMs?: number): Promise<T>;
  close(): Promise<void>;
}

/** Starts a workspace on loopback, with the app installed. */
export async function startWorkspace(options: WorkspaceOptions = {}): Promise<Workspace> {
  const settings = withDefaults(options);
  const { clock, scopes, log } = settings;
  const ids = createIds(clock);
  const state = createObservableState<WorkspaceData>(emptyWorkspace);
  const faults = createWebApiFaults();
  const changes = createInteractionChanges();
  const calls = createCallLog<WebApiCall>(log, toLine);
  const triggerIds = createTriggerIds(clock);
  const socketMode = createSocketMode({ ids, app: appIdentity });
  const router = createRouter({ app: appIdentity, deliverBySocket: socketMode.deliver, log });
  const { deliver } = router;
  const subscribed = settings.events;
  const hasAgentView = settings.agentView;
  const events = createEventsApi({ clock, ids, app: appIdentity, deliver, scopes, subscribed, hasAgentView });
  const fileContents = new Map<string, Uint8Array>();
  const context: WorkspaceContext = {
    ...{ clock, state, ids, app: appIdentity, announce: events.announce, hasAgentView, fileContents },
    tellsAppContext: hasAgentView && subscribed.includes("app_context_changed"),
  };
  const responseUrls = createResponseUrls(context);
  const newSocketUrl = () => `ws://127.0.0.1:${port}${socketMode.newConnectionPath()}`;
  const services = { context, triggerIds, scopes, newSocketUrl };
  const rateLimits = createRateLimits(clock, settings.burst);
  const webApi = { services, rateLimits, appScopes: settings.appScopes };
  const { record } = calls;
  const server = createWorkspaceServer({ clock, faults, socketMode, responseUrls, webApi, record });
  const port = await listenOnLoopback(server, settings.port);
  const address = `http://127.0.0.1:${port}`;
  addUser(context, { id: appIdentity.botUserId, name: appIdentity.botName, isBot: true });

  return {
    ...appIdentity,
    ...createWorkspaceAdmin({
      context,
      triggerIds,
      scopes,
      deliver: (delivery) => deliverWithTimeout(clock, deliver, changes.apply(delivery)),
      newResponseUrl: (origin) => `${address}${responseUrls.issue(origin)}`,
    }),
    apiUrl: `${address}/api/`,
    clock,
    calls: calls.calls,
    get data() {
      return state.data;
    },
    faults: toFaults({ faults, changes, router, socketMode, events }),
    deliver: (delivery) => deliverWithTimeout(clock, deliver, delivery),
    deliverTo: router.deliverTo,
    verifyRequestUrl: router.verifyRequestUrl,
    connections: socketMode.count,
    pendingEvents: events.pending,
    eventsInFlight: events.inFlight,
    messagesSeenBy: ({ id }, channel) => messagesSeenBy(context, id, channel),
    home: ({ id }) => state.data.homes[id],
    modal: ({ id }) => modalsOf(context, id).at(-1),
    fileContent: (id) => fileContents.get(id),
    onChange: state.onChange,
    until: (find, timeoutMs) => waitUntil(state, find, timeoutMs),
    close: async () => {
      socketMode.close();
      await closeServer(server);
    },
  };
}

interface FaultTargets {
  readonly faults: WebApiFaults;
  readonly changes: InteractionChanges;
  readonly router: DeliveryRouter;
  readonly socketMode: SocketMode;
  readonly events: EventsApi;
}

function toFaults({ faults, changes, router, socketMode, events }: FaultTargets): WorkspaceFaults {
  return {
    next: faults.add,
    always: faults.keep,
    changeInteractions: changes.set,
    nextDelivery: router.failNext,
    dropSockets: socketMode.drop,
    refreshSockets: (reason = "refresh_requested") => socketMode.disconnect(reason),
    duplicateNextEvent: events.duplicateNext,
    holdEvents: events.hold,
    releaseEvents: events.release,
  };
}

function toLine({ method, status, answer }: WebApiCall): string {
  return `${method}: ${status} ${JSON.stringify(answer.error ?? "ok")}`;
}
