import { z } from "zod";
import { allowedMentions as limits } from "../limits.ts";
import { errorText, findDuplicates, list, optional, snowflake } from "./fields.ts";

/** resources/message#allowed-mentions-object: listing users and parsing "users" are mutually exclusive, as for roles. */
export const allowedMentions = z
  .strictObject({
    parse: optional(z.array(z.enum(["users", "roles", "everyone"]))),
    users: optional(list(snowflake, 0, limits.users)),
    roles: optional(list(snowflake, 0, limits.roles)),
    replied_user: optional(z.boolean()),
  })
  .superRefine(({ parse = [], users = [], roles = [] }, context) => {
    for (const [name, ids] of [
      ["users", users],
      ["roles", roles],
    ] as const) {
      for (const at of findDuplicates(ids)) {
        const message = errorText("SET_TYPE_ALREADY_CONTAINS_VALUE", "The set already contains this value");
        context.addIssue({ code: "custom", path: [name, at], message });
      }
      if (ids.length === 0 || !parse.includes(name)) continue;
      const sentence = `parse:["${name}"] and ${name}: [ids...] are mutually exclusive.`;
      const message = errorText("MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", sentence);
      context.addIssue({ code: "custom", path: [], message });
    }
  });

export type AllowedMentions = z.infer<typeof allowedMentions>;
