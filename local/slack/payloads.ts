import { dropUndefined } from "../shared/drop-undefined.ts";
import type { WorkspaceChannel, WorkspaceFile, WorkspaceMessage, WorkspaceView } from "./state/model.ts";
import type { SlackAppIdentity } from "./workspace-context.ts";

/** reference/objects/message-object, reference/events/message */
export function toMessagePayload(
  message: WorkspaceMessage,
  app: SlackAppIdentity,
): Readonly<Record<string, unknown>> {
  const { ts, user, botId, text, blocks, thread, subtype, files, edited, clientId, metadata } = message;
  return dropUndefined({
    type: "message",
    subtype,
    user,
    ts,
    client_msg_id: clientId,
    bot_id: botId,
    app_id: botId === undefined ? undefined : app.appId,
    bot_profile:
      botId === undefined
        ? undefined
        : { id: botId, app_id: app.appId, name: app.botName, team_id: app.teamId },
    text,
    team: app.teamId,
    blocks,
    thread_ts: thread,
    files: files?.map((file) => toFilePayload(file, user, app)),
    upload: subtype === "file_share" ? false : undefined,
    edited,
    metadata,
  });
}

/** reference/objects/file-object */
function toFilePayload(
  { id, name, mimetype, size }: WorkspaceFile,
  user: string,
  { teamId, teamDomain }: SlackAppIdentity,
): Readonly<Record<string, unknown>> {
  const page = `https://files.slack.com/files-pri/${teamId}-${id}`;
  return dropUndefined({
    id,
    name,
    title: name,
    mimetype,
    filetype: name.split(".").at(-1),
    user,
    editable: false,
    size,
    mode: "hosted",
    is_external: false,
    is_public: false,
    url_private: `${page}/${encodeURIComponent(name)}`,
    url_private_download: `${page}/download/${encodeURIComponent(name)}`,
    permalink: `https://${teamDomain}.slack.com/files/${user}/${id}/${encodeURIComponent(name)}`,
  });
}

/** The `channel_type` of a message event. */
export function channelType({ kind }: WorkspaceChannel): string {
  switch (kind) {
    case "public":
      return "channel";
    case "private":
      return "group";
    case "im":
      return "im";
  }
}

/** reference/interaction-payloads/view-interactions-payload */
export function toViewPayload(view: WorkspaceView, app: SlackAppIdentity): Readonly<Record<string, unknown>> {
  const { id, body, hash, root, previous, values } = view;
  return {
    private_metadata: "",
    callback_id: "",
    external_id: "",
    clear_on_close: false,
    notify_on_close: false,
    close: null,
    submit: null,
    submit_disabled: false,
    ...body,
    id,
    team_id: app.teamId,
    app_id: app.appId,
    bot_id: app.botId,
    app_installed_team_id: app.teamId,
    root_view_id: root,
    previous_view_id: previous ?? null,
    hash,
    state: { values },
  };
}

/** reference/objects/conversation-object */
export function toChannelPayload(
  { id, name, kind, isArchived, members }: WorkspaceChannel,
  app: SlackAppIdentity,
) {
  const isMember = members.includes(app.botUserId);
  if (kind === "im") {
    return { id, is_im: true, is_archived: isArchived, user: members.find((user) => user !== app.botUserId) };
  }
  return {
    id,
    name,
    is_channel: kind === "public",
    is_group: kind === "private",
    is_im: false,
    is_private: kind === "private",
    is_archived: isArchived,
    is_member: isMember,
    num_members: members.length,
  };
}
