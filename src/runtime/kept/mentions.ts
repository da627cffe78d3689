/** A person as keys and values name them. */
export interface NamedPerson {
  /** The person of an event: platform, tenant if there is one, and the platform's id. */
  readonly person: string;
  readonly platform: string;
  /** The platform's id of the person. */
  readonly user: string;
}

export function nameParts(person: string): NamedPerson {
  const parts = person.split("/");
  return { person, platform: parts[0] ?? "", user: parts.at(-1) ?? "" };
}

/**
 * Whether a value that somebody else than the session stored is about a person: its key or value holds the person's whole
 * id, or belongs to their platform and holds the platform's id of them. A value names one person at most, so that it can be
 * deleted with them.
 */
export function isAbout({ person, platform, user }: NamedPerson, key: string, value: string): boolean {
  const isOfPlatform = key.split("/").includes(platform);
  const names = (text: string) =>
    `/${text}/`.includes(`/${person}/`) || (isOfPlatform && text.split("/").includes(user));
  return names(key) || textsIn(value).some(names);
}

/** The texts of a JSON value, also those of JSON within a text, as in an address; or the value itself. */
function textsIn(text: string): readonly string[] {
  const parsed = parse(text);
  return typeof parsed === "object" || typeof parsed === "string" ? textsOf(parsed) : [text];
}

function textsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return textsIn(value);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...textsOf(inner)]);
}

/** Undefined for what is no JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
