/** A JSON object whose fields are not known. */
export type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The objects in a list; none if it is no list. */
export function objectsIn(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** A text; empty if it is none. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
