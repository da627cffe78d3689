import type { Server } from "node:http";
import { z } from "zod";
import { createControlServer } from "../shared/control-server.ts";
import type { Guild } from "./guild.ts";
import { createLoadTest, type RunDiscordLoadTest } from "./load-test.ts";
import type { GuildMessage } from "./state/model.ts";

const person = z.string().min(1);
const inChannel = { person, channel: z.string().min(1) };
const onMessage = { ...inChannel, id: z.string() };
const options = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({});
const filled = z.record(z.string(), z.union([z.string(), z.array(z.string()), z.boolean()])).default({});

/** The body of a `POST /` from another process, as JSON. */
const requestSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("person"), person, locale: z.string().default("en-US") }),
  z.strictObject({ kind: z.literal("channel"), name: z.string().min(1) }),
  z.strictObject({
    kind: z.literal("forum"),
    name: z.string().min(1),
    tags: z.array(z.string()).default([]),
    moderated: z.array(z.string()).default([]),
    requiresTag: z.boolean().default(false),
  }),
  z.strictObject({ kind: z.literal("says"), ...inChannel, text: z.string() }),
  z.strictObject({ kind: z.literal("replies"), ...onMessage, text: z.string() }),
  z.strictObject({ kind: z.literal("types"), ...inChannel, command: z.string(), options }),
  z.strictObject({
    kind: z.literal("completes"),
    ...inChannel,
    command: z.string(),
    option: z.string(),
    value: z.string(),
  }),
  z.strictObject({ kind: z.literal("presses"), ...onMessage, button: z.string() }),
  z.strictObject({
    kind: z.literal("picks"),
    ...onMessage,
    select: z.string(),
    options: z.array(z.string()),
  }),
  z.strictObject({ kind: z.literal("usesContextMenu"), ...onMessage, command: z.string() }),
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
  z.strictObject({ kind: z.literal("seen"), ...inChannel }),
  /** Waits for the app's first message after `id`. */
  z.strictObject({
    kind: z.literal("answer"),
    ...onMessage,
    milliseconds: z.int().max(60_000).default(5000),
  }),
  z.strictObject({ kind: z.literal("calls"), from: z.int().min(0).default(0) }),
  z.strictObject({ kind: z.literal("data") }),
  /** Runs a load test. */
  z.strictObject({
    kind: z.literal("load"),
    people: z.int().min(1),
    questions: z.array(z.string()),
    command: z.string(),
    option: z.string(),
    isEverywhere: z.boolean().default(false),
  }),
]);

type ControlRequest = z.infer<typeof requestSchema>;

/** Lets another process act in the guild and read it. */
export function createGuildControlServer(guild: Guild): Server {
  const services = { guild, runLoadTest: createLoadTest(guild) };
  return createControlServer(requestSchema, (request) => runRequest(services, request));
}

interface ControlServices {
  readonly guild: Guild;
  readonly runLoadTest: RunDiscordLoadTest;
}

async function runRequest(
  { guild, runLoadTest }: ControlServices,
  request: ControlRequest,
): Promise<unknown> {
  switch (request.kind) {
    case "person": {
      const { id, dm } = guild.person(request.person, { locale: request.locale });
      return { id, dm };
    }
    case "channel":
      return guild.channel(request.name);
    case "forum":
      return guild.forum(request.name, request);
    case "says":
      return guild.person(request.person).says(request.channel, request.text);
    case "replies":
      return guild
        .person(request.person)
        .says(request.channel, request.text, { replyTo: findMessage(guild, request) });
    case "types":
      return guild.person(request.person).types(request.channel, request.command, request.options);
    case "completes":
      return guild.person(request.person).completes(request.channel, request.command, request);
    case "presses":
      return guild.person(request.person).presses(findMessage(guild, request), request.button);
    case "picks":
      return guild
        .person(request.person)
        .picks(findMessage(guild, request), request.select, ...request.options);
    case "usesContextMenu":
      return guild.person(request.person).usesContextMenu(request.command, findMessage(guild, request));
    case "submits": {
      const modal = guild.modal(guild.person(request.person));
      if (!modal) throw new Error(`${request.person} has no modal open`);
      return guild.person(request.person).submits(modal, request.filled);
    }
    case "closesModal":
      return guild.person(request.person).closesModal();
    case "posts":
      return guild.person(request.person).posts(request.forum, request);
    case "seen":
      return guild.messagesSeenBy(guild.person(request.person), request.channel);
    case "answer":
      return guild.until(() => findAnswer(guild, request), request.milliseconds);
    case "calls":
      return guild.calls.slice(request.from);
    case "data":
      return guild.data;
    case "load":
      return runLoadTest(request);
  }
}

interface MessageReference {
  readonly person: string;
  readonly channel: string;
  readonly id: string;
}

function findMessage(guild: Guild, { person: name, channel, id }: MessageReference): GuildMessage {
  const seen = guild.messagesSeenBy(guild.person(name), channel);
  const found = seen.find((message) => message.id === id);
  if (!found) throw new Error(`${name} sees no message ${id} in ${channel}`);
  return found;
}

function findAnswer(guild: Guild, { person: name, channel, id }: MessageReference): GuildMessage | undefined {
  const seen = guild.messagesSeenBy(guild.person(name), channel);
  return seen.find(({ author, id: other }) => author === guild.botUserId && BigInt(other) > BigInt(id));
}
