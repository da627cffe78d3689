import type { GuildContext } from "../guild-context.ts";
import type { Command } from "../state/model.ts";
import { dropUndefined } from "./components.ts";

/** interactions/application-commands#application-command-object */
export function commandToWire({ app }: GuildContext, { id, version, body }: Command, isWhole = true) {
  const { type = 1, description = "", options, default_member_permissions: needed, ...rest } = body;
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
    options,
    default_member_permissions: needed === undefined ? null : String(needed),
    ...(isWhole && { name_localizations: names, description_localizations: descriptions }),
  });
}
