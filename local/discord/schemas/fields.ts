import { z } from "zod";

/**
 * What a complaint is made of: Discord's code and its sentence in one text, since that is all a schema can say.
 * complaints.ts takes them apart.
 */
export function complaint(code: string, sentence: string): string {
  return `${code}|${sentence}`;
}

/** Absent and null are the same in what Discord is sent; inside, both are undefined. */
export function maybe<T extends z.ZodType>(schema: T) {
  return schema.nullish().transform((value) => value ?? undefined);
}

export const snowflake = z.string().regex(/^\d{1,20}$/, {
  error: ({ input }) => complaint("NUMBER_TYPE_COERCE", `Value "${input}" is not snowflake.`),
});

/** A text of a length; what is too short or too long is told with both limits, as Discord does. */
export function text(least: number, most: number) {
  const error = badLength(least, most);
  return z.string().min(least, error).max(most, error);
}

export function list<T extends z.ZodType>(item: T, least: number, most: number) {
  const error = badLength(least, most);
  return z.array(item).min(least, error).max(most, error);
}

function badLength(least: number, most: number): string {
  return least === 0
    ? complaint("BASE_TYPE_MAX_LENGTH", `Must be ${most} or fewer in length.`)
    : complaint("BASE_TYPE_BAD_LENGTH", `Must be between ${least} and ${most} in length.`);
}

export function whole(least: number, most: number) {
  return z
    .int()
    .min(least, complaint("NUMBER_TYPE_MIN", `int value should be greater than or equal to ${least}.`))
    .max(most, complaint("NUMBER_TYPE_MAX", `int value should be less than or equal to ${most}.`));
}

/** An address of the web; `protocols` are those that may stand before the colon. */
export function address(most: number, protocols = ["http", "https"]) {
  const scheme = (value: string) => URL.parse(value)?.protocol.slice(0, -1) ?? "";
  const known = `('${protocols.join("', '")}')`;
  return z
    .string()
    .max(most, complaint("BASE_TYPE_MAX_LENGTH", `Must be ${most} or fewer in length.`))
    .refine((value) => URL.canParse(value), complaint("URL_TYPE_INVALID_URL", "Not a well formed URL."))
    .refine((value) => !URL.canParse(value) || protocols.includes(scheme(value)), {
      error: ({ input }) =>
        complaint(
          "URL_TYPE_INVALID_SCHEME",
          `Scheme "${scheme(String(input))}" is not supported. Scheme must be one of ${known}.`,
        ),
    });
}

/** Things of which none may be there twice; `path` leads from the whole to each. */
export function findRepeated<T>(items: readonly T[]): readonly number[] {
  return items.flatMap((item, at) => (items.indexOf(item) < at ? [at] : []));
}
