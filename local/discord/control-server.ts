import { createServer, type IncomingMessage, type Server } from "node:http";
import { z } from "zod";
import { readText } from "../shared/request-body.ts";
import type { Guild } from "./guild.ts";
import { createLoad, type Load } from "./load-test.ts";
import type { Message } from "./state/model.ts";

const person = z.string().min(1);
const place = { person, channel: z.string().min(1) };
const target = { ...place, id: z.string() };
const options = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({});
const filled = z.record(z.string(), z.union([z.string(), z.array(z.string()), z.boolean()])).default({});

/** What another process may ask for, one at a time: `POST /` with one of these as JSON. */
const orderSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("person"), person, locale: z.string().default("en-US") }),
  z.strictObject({ kind: z.literal("channel"), name: z.string().min(1) }),
  z.strictObject({
    kind: z.literal("forum"),
    name: z.string().min(1),
    tags: z.array(z.string()).default([]),
    moderated: z.array(z.string()).default([]),
    requiresTag: z.boolean().default(false),
  }),
  z.strictObject({ kind: z.literal("says"), ...place, text: z.string() }),
  z.strictObject({ kind: z.literal("replies"), ...target, text: z.string() }),
  z.strictObject({ kind: z.literal("types"), ...place, command: z.string(), options }),
  z.strictObject({
    kind: z.literal("completes"),
    ...place,
    command: z.string(),
    option: z.string(),
    value: z.string(),
  }),
  z.strictObject({ kind: z.literal("presses"), ...target, button: z.string() }),
  z.strictObject({ kind: z.literal("picks"), ...target, select: z.string(), options: z.array(z.string()) }),
  z.strictObject({ kind: z.literal("usesContextMenu"), ...target, command: z.string() }),
  z.strictObject({ kind: z.literal("submits"), person, filled }),
  z.strictObject({ kind: z.literal("closesModal"), person }),
  z.strictObject({
    kind: z.literal("posts"),
    person,
    forum: z.string(),
    title: z.string(),
    text: z.string(),
    tags: z.array(z.string()).default([]),
  }),
  z.strictObject({ kind: z.literal("seen"), ...place }),
  /** Waits for the app's first message after `id`. */
  z.strictObject({ kind: z.literal("answer"), ...target, milliseconds: z.int().max(60_000).default(5000) }),
  z.strictObject({ kind: z.literal("calls"), from: z.int().min(0).default(0) }),
  z.strictObject({ kind: z.literal("data") }),
  /** A whole load of questions, and its times. */
  z.strictObject({
    kind: z.literal("load"),
    people: z.int().min(1),
    questions: z.array(z.string()),
    command: z.string(),
    option: z.string(),
    isEverywhere: z.boolean().default(false),
  }),
]);

type Order = z.infer<typeof orderSchema>;

/** Lets another process act in the server and read it; answers `{ ok, result }` or `{ ok, error }`. */
export function createControl(guild: Guild): Server {
  const street = { guild, load: createLoad(guild) };
  return createServer((request, response) => {
    void answer(street, request).then(({ status, body }) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body)),
    );
  });
}

interface Street {
  readonly guild: Guild;
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

async function obey({ guild, load }: Street, order: Order): Promise<unknown> {
  switch (order.kind) {
    case "person": {
      const { id, dm } = guild.person(order.person, { locale: order.locale });
      return { id, dm };
    }
    case "channel":
      return guild.channel(order.name);
    case "forum":
      return guild.forum(order.name, order);
    case "says":
      return guild.person(order.person).says(order.channel, order.text);
    case "replies":
      return guild.person(order.person).says(order.channel, order.text, { replyTo: find(guild, order) });
    case "types":
      return guild.person(order.person).types(order.channel, order.command, order.options);
    case "completes":
      return guild.person(order.person).completes(order.channel, order.command, order);
    case "presses":
      return guild.person(order.person).presses(find(guild, order), order.button);
    case "picks":
      return guild.person(order.person).picks(find(guild, order), order.select, ...order.options);
    case "usesContextMenu":
      return guild.person(order.person).usesContextMenu(order.command, find(guild, order));
    case "submits": {
      const modal = guild.modal(guild.person(order.person));
      if (!modal) throw new Error(`${order.person} has no modal open`);
      return guild.person(order.person).submits(modal, order.filled);
    }
    case "closesModal":
      return guild.person(order.person).closesModal();
    case "posts":
      return guild.person(order.person).posts(order.forum, order);
    case "seen":
      return guild.messagesSeenBy(guild.person(order.person), order.channel);
    case "answer":
      return guild.until(() => findAnswer(guild, order), order.milliseconds);
    case "calls":
      return guild.calls.slice(order.from);
    case "data":
      return guild.data;
    case "load":
      return load(order);
  }
}

interface Target {
  readonly person: string;
  readonly channel: string;
  readonly id: string;
}

function find(guild: Guild, { person: name, channel, id }: Target): Message {
  const seen = guild.messagesSeenBy(guild.person(name), channel);
  const found = seen.find((message) => message.id === id);
  if (!found) throw new Error(`${name} sees no message ${id} in ${channel}`);
  return found;
}

function findAnswer(guild: Guild, { person: name, channel, id }: Target): Message | undefined {
  const seen = guild.messagesSeenBy(guild.person(name), channel);
  return seen.find(({ author, id: other }) => author === guild.botUserId && BigInt(other) > BigInt(id));
}
