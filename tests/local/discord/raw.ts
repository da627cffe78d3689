import { z } from "zod";
import type { Guild } from "../../../local/discord/guild.ts";

const answerShape = z.looseObject({
  id: z.string().optional(),
  code: z.number().optional(),
  message: z.unknown().optional(),
  errors: z.unknown().optional(),
});

/** What was answered; of a list or of nothing the body is empty and `list` tells of it. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: z.infer<typeof answerShape>;
  readonly list: readonly unknown[];
}

/** Asks the REST API without any library: "POST /channels/1/messages". */
export async function ask(guild: Guild, request: string, body?: unknown): Promise<RawAnswer> {
  return askAs(guild, `Bot ${guild.token}`, request, body);
}

export async function askAs(
  guild: Guild,
  authorization: string | undefined,
  request: string,
  body?: unknown,
): Promise<RawAnswer> {
  const [method = "", path = ""] = request.split(" ");
  const response = await fetch(`${guild.restUrl}/v10${path}`, {
    method,
    headers: {
      ...(authorization !== undefined && { authorization }),
      ...(body !== undefined && { "content-type": "application/json" }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const json: unknown = text === "" ? {} : JSON.parse(text);
  const { status, headers } = response;
  if (Array.isArray(json)) return { status, headers, body: {}, list: json };
  return { status, headers, body: answerShape.parse(json), list: [] };
}

/** A text of a length. */
export function sized(length: number): string {
  return "x".repeat(length);
}

/** What Discord's `errors` say, each with where: "components.0.type BASE_TYPE_CHOICES". */
export function flatten(errors: unknown, path = ""): readonly string[] {
  if (typeof errors !== "object" || errors === null) return [];
  return Object.entries(errors).flatMap(([key, value]) => {
    if (key !== "_errors") return flatten(value, path === "" ? key : `${path}.${key}`);
    const list = z.array(z.object({ code: z.string(), message: z.string() })).parse(value);
    return list.map(({ code }) => `${path} ${code}`.trim());
  });
}
