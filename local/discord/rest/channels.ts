import { z } from "zod";
import type { GuildContext } from "../guild-context.ts";
import { channelChanged, threadChanged, threadDeleted } from "../gateway/events.ts";
import { threadChange } from "../schemas/channels.ts";
import { may } from "../state/permissions.ts";
import type { Forum, TextChannel, Thread } from "../state/model.ts";
import { removeChannel, replaceChannel } from "../state/channels.ts";
import { channelToWire } from "../payloads/channels.ts";
import { type Answer, done, isRefusal, type Refusal, refuse } from "./result.ts";
import { reachChannel } from "./channel-access.ts";
import { readBody } from "./request.ts";
import { bareRoute, route } from "./route.ts";
import { checkTags } from "./forum-tags.ts";

/** resources/channel#get-channel */
export const get = bareRoute("GET /channels/{channel}", {
  run: ({ param }, { core }) => {
    const channel = reachChannel(core, param("channel"));
    return isRefusal(channel) ? channel : done(channelToWire(core, channel));
  },
});

/** resources/channel#modify-channel: all of a thread, of other channels the name */
export const edit = route("PATCH /channels/{channel}", {
  body: z.record(z.string(), z.unknown()),
  run: ({ param, body }, { core }) => {
    const channel = reachChannel(core, param("channel"));
    if (isRefusal(channel)) return channel;
    switch (channel.kind) {
      case "dm":
        return refuse(50024);
      case "thread":
        return editThread(core, channel, body);
      case "text":
      case "forum":
        return rename(core, channel, body);
    }
  },
});

/** topics/threads#editing-deleting-threads */
function editThread(core: GuildContext, thread: Thread, raw: unknown): Answer {
  const read = readBody(threadChange, raw);
  if (isRefusal(read)) return read;
  const { body } = read;
  const refusal = checkThreadRights(core, thread, body);
  if (refusal) return refusal;
  const tags = body.applied_tags;
  const wrong = tags && checkTags(core, { parent: thread.parent, tags, before: thread.appliedTags });
  if (wrong) return wrong;
  const next: Thread = {
    ...thread,
    name: body.name ?? thread.name,
    isArchived: body.archived ?? thread.isArchived,
    isLocked: body.locked ?? thread.isLocked,
    archiveAfter: body.auto_archive_duration ?? thread.archiveAfter,
    archivedAt: body.archived === undefined ? thread.archivedAt : core.clock.now(),
    appliedTags: tags ?? thread.appliedTags,
  };
  replaceChannel(core, next);
  core.announce(threadChanged(core, next));
  return done(channelToWire(core, next));
}

type Change = z.infer<typeof threadChange>;

function checkThreadRights(core: GuildContext, thread: Thread, change: Change): Refusal | undefined {
  if (may(core, thread, "ManageThreads")) return undefined;
  const isOwner = thread.owner === core.app.botUserId;
  const { archived, locked, rate_limit_per_user: slowmode, ...rest } = change;
  if (thread.isArchived && archived !== false) return refuse(50083);
  const isOnlyOpening = archived === false && Object.values(rest).every((value) => value === undefined);
  if (locked !== undefined || slowmode !== undefined) return refuse(50013);
  if (isOwner || (isOnlyOpening && !thread.isLocked && thread.members.includes(core.app.botUserId)))
    return undefined;
  return refuse(50013);
}

function rename(core: GuildContext, channel: TextChannel | Forum, raw: unknown): Answer {
  if (!may(core, channel, "ManageChannels")) return refuse(50013);
  const read = readBody(z.strictObject({ name: z.string().min(1).max(100) }), raw);
  if (isRefusal(read)) return read;
  const next = { ...channel, name: read.body.name };
  replaceChannel(core, next);
  core.announce(channelChanged(core, next));
  return done(channelToWire(core, next));
}

/** resources/channel#deleteclose-channel: of a thread; direct messages are closed and stay */
export const remove = bareRoute("DELETE /channels/{channel}", {
  run: ({ param }, { core }) => {
    const channel = reachChannel(core, param("channel"));
    if (isRefusal(channel)) return channel;
    const wire = channelToWire(core, channel);
    if (channel.kind === "dm") return done(wire);
    if (channel.kind !== "thread") return refuse(50013);
    if (!may(core, channel, "ManageThreads")) return refuse(50013);
    removeChannel(core, channel.id);
    core.announce(threadDeleted(core, channel));
    return done(wire);
  },
});
