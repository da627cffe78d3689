import { z } from "zod";
import { allowedMentions as limits } from "../limits.ts";
import { complaint, findRepeated, list, maybe, snowflake } from "./fields.ts";

/** resources/message#allowed-mentions-object: naming people and "users" at once is an error. */
export const allowedMentions = z
  .strictObject({
    parse: maybe(z.array(z.enum(["users", "roles", "everyone"]))),
    users: maybe(list(snowflake, 0, limits.users)),
    roles: maybe(list(snowflake, 0, limits.roles)),
    replied_user: maybe(z.boolean()),
  })
  .superRefine(({ parse = [], users = [], roles = [] }, context) => {
    for (const [name, ids] of [
      ["users", users],
      ["roles", roles],
    ] as const) {
      for (const at of findRepeated(ids)) {
        const message = complaint("SET_TYPE_ALREADY_CONTAINS_VALUE", "The set already contains this value");
        context.addIssue({ code: "custom", path: [name, at], message });
      }
      if (ids.length === 0 || !parse.includes(name)) continue;
      const sentence = `parse:["${name}"] and ${name}: [ids...] are mutually exclusive.`;
      const message = complaint("MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", sentence);
      context.addIssue({ code: "custom", path: [], message });
    }
  });

export type AllowedMentions = z.infer<typeof allowedMentions>;
