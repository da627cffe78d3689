import type { z } from "zod";

/** What was stored as JSON, or undefined where it is broken or of an older shape. */
export function parseJson<S extends z.ZodType>(text: string, schema: S): z.output<S> | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
