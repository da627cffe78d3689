/** The content types of Slack's requests. */
const types = ["application/json", "application/x-www-form-urlencoded"] as const;
export type BodyType = (typeof types)[number];

/** The type of a body, without parameters; undefined if it is none of Slack's or not in UTF-8. */
export function readContentType(header: string | undefined): BodyType | undefined {
  const [name = "", ...parameters] = (header ?? "").split(";").map((part) => part.trim().toLowerCase());
  const charsets = parameters.filter((parameter) => parameter.startsWith("charset="));
  if (charsets.some((charset) => !/^charset="?utf-?8"?$/.test(charset))) return undefined;
  return types.find((type) => type === name);
}

/**
 * Whether a body holds what Slack sends. An event is a JSON object, an interaction is a form with one in the field
 * `payload`, and a command is any other form.
 */
export function isWellFormed(body: Buffer, type: BodyType): boolean {
  const text = decode(body);
  if (text === undefined) return false;
  if (type === "application/json") return isJsonObject(text);
  const payload = new URLSearchParams(text).get("payload");
  return payload === null ? text !== "" : isJsonObject(payload);
}

function decode(body: Buffer): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    return undefined;
  }
}

function isJsonObject(text: string): boolean {
  if (isTooDeep(text)) return false;
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed);
  } catch {
    return false;
  }
}

/** Slack's payloads are about 20 levels deep. */
const maxDepth = 100;

/** Whether brackets outside of strings are nested too deep: what reads the payload later may be recursive. */
function isTooDeep(json: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let index = 0; index < json.length && depth <= maxDepth; index += 1) {
    const sign = json[index];
    if (sign === '"') isInString = !isInString;
    else if (sign === "\\") index += 1;
    else if (!isInString && (sign === "[" || sign === "{")) depth += 1;
    else if (!isInString && (sign === "]" || sign === "}")) depth -= 1;
  }
  return depth > maxDepth;
}
