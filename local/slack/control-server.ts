import { createServer, type IncomingMessage, type Server } from "node:http";
import { z } from "zod";
import { readText } from "../shared/request-body.ts";
import { createLoad, type Load } from "./load-test.ts";
import type { Message } from "./state/model.ts";
import type { Workspace } from "./workspace.ts";

const person = z.string().min(1);
const place = { person, channel: z.string().min(1) };
const target = { ...place, ts: z.string() };

/** What another process may ask for, one at a time: `POST /` with one of these as JSON. */
const orderSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("person"), person }),
  z.strictObject({
    kind: z.literal("channel"),
    name: z.string().min(1),
    members: z.array(person).default([]),
    isPrivate: z.boolean().default(false),
    hasApp: z.boolean().default(true),
  }),
  z.strictObject({ kind: z.literal("deliverTo"), url: z.url() }),
  z.strictObject({ kind: z.literal("says"), ...place, text: z.string(), thread: z.string().exactOptional() }),
  z.strictObject({ kind: z.literal("types"), ...place, command: z.string() }),
  z.strictObject({ kind: z.literal("presses"), ...target, button: z.string() }),
  z.strictObject({ kind: z.literal("picks"), ...target, element: z.string(), option: z.string() }),
  z.strictObject({ kind: z.literal("opensHome"), person }),
  z.strictObject({ kind: z.literal("seen"), ...place }),
  /** Waits for the app's first message after `ts`. */
  z.strictObject({ kind: z.literal("answer"), ...target, milliseconds: z.int().max(60_000).default(5000) }),
  z.strictObject({ kind: z.literal("calls"), from: z.int().min(0).default(0) }),
  z.strictObject({ kind: z.literal("data") }),
  /** A whole load of slash commands, and its times. */
  z.strictObject({ kind: z.literal("load"), people: z.int().min(1), commands: z.array(z.string()) }),
]);

type Order = z.infer<typeof orderSchema>;

/** Lets another process act in the workspace and read it; answers `{ ok, result }` or `{ ok, error }`. */
export function createControl(workspace: Workspace): Server {
  const street = { workspace, load: createLoad(workspace) };
  return createServer((request, response) => {
    void answer(street, request).then(({ status, body }) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body)),
    );
  });
}

interface Street {
  readonly workspace: Workspace;
  readonly load: Load;
}

async function answer(street: Street, request: IncomingMessage) {
  try {
    const order = orderSchema.parse(JSON.parse(await readText(request)));
    return { status: 200, body: { ok: true, result: (await obey(street, order)) ?? null } };
  } catch (error) {
    return {
      status: 400,
      body: { ok: false, error: error instanceof Error ? error.message : String(error) },
    };
  }
}

async function obey({ workspace, load }: Street, order: Order): Promise<unknown> {
  switch (order.kind) {
    case "person": {
      const { id, dm } = workspace.person(order.person);
      return { id, dm };
    }
    case "channel":
      return workspace.channel(order.name, { ...order, members: order.members.map(workspace.person) });
    case "deliverTo":
      return workspace.deliverTo(order.url);
    case "says":
      return workspace.person(order.person).says(order.channel, order.text, threadOf(order));
    case "types":
      return workspace.person(order.person).types(order.channel, order.command);
    case "presses":
      return workspace.person(order.person).presses(find(workspace, order), order.button);
    case "picks":
      return workspace.person(order.person).picks(find(workspace, order), order.element, order.option);
    case "opensHome":
      return workspace.person(order.person).opensHome();
    case "seen":
      return workspace.messagesSeenBy(workspace.person(order.person), order.channel);
    case "answer":
      return workspace.until(() => findAnswer(workspace, order), order.milliseconds);
    case "calls":
      return workspace.calls.slice(order.from);
    case "data":
      return workspace.data;
    case "load":
      return load(order);
  }
}

interface Target {
  readonly person: string;
  readonly channel: string;
  readonly ts: string;
}

function threadOf({ thread }: { readonly thread?: string }) {
  return thread === undefined ? {} : { thread };
}

function find(workspace: Workspace, { person: name, channel, ts }: Target): Message {
  const seen = workspace.messagesSeenBy(workspace.person(name), channel);
  const found = seen.find((message) => message.ts === ts);
  if (!found) throw new Error(`${name} sees no message ${ts} in ${channel}`);
  return found;
}

function findAnswer(workspace: Workspace, { person: name, channel, ts }: Target): Message | undefined {
  const seen = workspace.messagesSeenBy(workspace.person(name), channel);
  return seen.find((message) => message.botId !== undefined && message.ts > ts);
}
