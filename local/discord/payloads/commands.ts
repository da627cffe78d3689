import { dropUndefined } from "../../shared/drop-undefined.ts";
import type { GuildContext } from "../guild-context.ts";
import type { RegisteredCommand } from "../state/model.ts";

/** interactions/application-commands#application-command-object */
export function toCommandPayload(
  { app }: GuildContext,
  { id, version, body }: RegisteredCommand,
  hasLocalizations = true,
) {
  const { type = 1, description = "", options, default_member_permissions: permissions, ...rest } = body;
  const { name_localizations: names, description_localizations: descriptions, ...fields } = rest;
  return dropUndefined({
    contexts: null,
    integration_types: [0],
    nsfw: false,
    ...dropUndefined(fields),
    id,
    application_id: app.applicationId,
    version,
    type,
    description,
    // Discord gives back an empty list where there are none.
    options: options ?? [],
    default_member_permissions: permissions === undefined ? null : String(permissions),
    ...(hasLocalizations && { name_localizations: names, description_localizations: descriptions }),
  });
}
