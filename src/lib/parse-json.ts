import type { z } from "zod";

/** The value of a JSON text; undefined if it is broken or does not fit the schema. */
export function parseJson<S extends z.ZodType>(text: string, schema: S): z.output<S> | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
