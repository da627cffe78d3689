import type { Server } from "node:http";
import { z } from "zod";
import { createControlServer } from "../shared/control-server.ts";
import { createLoadTest, type RunSlackLoadTest } from "./load-test.ts";
import type { WorkspaceMessage } from "./state/model.ts";
import type { Workspace } from "./workspace.ts";

const person = z.string().min(1);
const inChannel = { person, channel: z.string().min(1) };
const onMessage = { ...inChannel, ts: z.string() };

/** The body of a `POST /` from another process, as JSON. */
const requestSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("person"), person }),
  z.strictObject({
    kind: z.literal("channel"),
    name: z.string().min(1),
    members: z.array(person).default([]),
    isPrivate: z.boolean().default(false),
    hasApp: z.boolean().default(true),
  }),
  z.strictObject({ kind: z.literal("deliverTo"), url: z.url() }),
  z.strictObject({
    kind: z.literal("says"),
    ...inChannel,
    text: z.string(),
    thread: z.string().exactOptional(),
  }),
  z.strictObject({ kind: z.literal("types"), ...inChannel, command: z.string() }),
  z.strictObject({ kind: z.literal("presses"), ...onMessage, button: z.string() }),
  z.strictObject({ kind: z.literal("picks"), ...onMessage, element: z.string(), option: z.string() }),
  z.strictObject({ kind: z.literal("opensHome"), person }),
  z.strictObject({ kind: z.literal("seen"), ...inChannel }),
  /** Waits for the app's first message after `ts`. */
  z.strictObject({
    kind: z.literal("answer"),
    ...onMessage,
    milliseconds: z.int().max(60_000).default(5000),
  }),
  z.strictObject({ kind: z.literal("calls"), from: z.int().min(0).default(0) }),
  z.strictObject({ kind: z.literal("data") }),
  /** Runs a load test with slash commands. */
  z.strictObject({ kind: z.literal("load"), people: z.int().min(1), commands: z.array(z.string()) }),
]);

type ControlRequest = z.infer<typeof requestSchema>;

/** Lets another process act in the workspace and read it. */
export function createWorkspaceControlServer(workspace: Workspace): Server {
  const services = { workspace, runLoadTest: createLoadTest(workspace) };
  return createControlServer(requestSchema, (request) => runRequest(services, request));
}

interface ControlServices {
  readonly workspace: Workspace;
  readonly runLoadTest: RunSlackLoadTest;
}

async function runRequest(
  { workspace, runLoadTest }: ControlServices,
  request: ControlRequest,
): Promise<unknown> {
  switch (request.kind) {
    case "person": {
      const { id, dm } = workspace.person(request.person);
      return { id, dm };
    }
    case "channel":
      return workspace.channel(request.name, { ...request, members: request.members.map(workspace.person) });
    case "deliverTo":
      return workspace.deliverTo(request.url);
    case "says":
      return workspace.person(request.person).says(request.channel, request.text, threadOf(request));
    case "types":
      return workspace.person(request.person).types(request.channel, request.command);
    case "presses":
      return workspace.person(request.person).presses(findMessage(workspace, request), request.button);
    case "picks":
      return workspace
        .person(request.person)
        .picks(findMessage(workspace, request), request.element, request.option);
    case "opensHome":
      return workspace.person(request.person).opensHome();
    case "seen":
      return workspace.messagesSeenBy(workspace.person(request.person), request.channel);
    case "answer":
      return workspace.until(() => findAnswer(workspace, request), request.milliseconds);
    case "calls":
      return workspace.calls.slice(request.from);
    case "data":
      return workspace.data;
    case "load":
      return runLoadTest(request);
  }
}

interface MessageReference {
  readonly person: string;
  readonly channel: string;
  readonly ts: string;
}

function threadOf({ thread }: { readonly thread?: string }) {
  return thread === undefined ? {} : { thread };
}

function findMessage(
  workspace: Workspace,
  { person: name, channel, ts }: MessageReference,
): WorkspaceMessage {
  const seen = workspace.messagesSeenBy(workspace.person(name), channel);
  const found = seen.find((message) => message.ts === ts);
  if (!found) throw new Error(`${name} sees no message ${ts} in ${channel}`);
  return found;
}

function findAnswer(
  workspace: Workspace,
  { person: name, channel, ts }: MessageReference,
): WorkspaceMessage | undefined {
  const seen = workspace.messagesSeenBy(workspace.person(name), channel);
  return seen.find((message) => message.botId !== undefined && message.ts > ts);
}
