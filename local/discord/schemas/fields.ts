import { z } from "zod";

/** An error code and message of Discord in one text, since a schema error is only a text. See validation-errors.ts. */
export function errorText(code: string, message: string): string {
  return `${code}|${message}`;
}

/** Discord treats null like a missing field. Both become undefined. */
export function optional<T extends z.ZodType>(schema: T) {
  return schema.nullish().transform((value) => value ?? undefined);
}

export const snowflake = z.string().regex(/^\d{1,20}$/, {
  error: ({ input }) => errorText("NUMBER_TYPE_COERCE", `Value "${input}" is not snowflake.`),
});

/** Text with a length limit. The error names both limits, as Discord's does. */
export function text(min: number, max: number) {
  const error = lengthError(min, max);
  return z.string().min(min, error).max(max, error);
}

export function list<T extends z.ZodType>(item: T, min: number, max: number) {
  const error = lengthError(min, max);
  return z.array(item).min(min, error).max(max, error);
}

function lengthError(min: number, max: number): string {
  return min === 0
    ? errorText("BASE_TYPE_MAX_LENGTH", `Must be ${max} or fewer in length.`)
    : errorText("BASE_TYPE_BAD_LENGTH", `Must be between ${min} and ${max} in length.`);
}

export function integer(min: number, max: number) {
  return z
    .int()
    .min(min, errorText("NUMBER_TYPE_MIN", `int value should be greater than or equal to ${min}.`))
    .max(max, errorText("NUMBER_TYPE_MAX", `int value should be less than or equal to ${max}.`));
}

/** A URL with one of the protocols. */
export function webUrl(max: number, protocols = ["http", "https"]) {
  const scheme = (value: string) => URL.parse(value)?.protocol.slice(0, -1) ?? "";
  const known = `('${protocols.join("', '")}')`;
  return z
    .string()
    .max(max, errorText("BASE_TYPE_MAX_LENGTH", `Must be ${max} or fewer in length.`))
    .refine((value) => URL.canParse(value), errorText("URL_TYPE_INVALID_URL", "Not a well formed URL."))
    .refine((value) => !URL.canParse(value) || protocols.includes(scheme(value)), {
      error: ({ input }) =>
        errorText(
          "URL_TYPE_INVALID_SCHEME",
          `Scheme "${scheme(String(input))}" is not supported. Scheme must be one of ${known}.`,
        ),
    });
}

/** The indices of items that occurred before. */
export function findDuplicates<T>(items: readonly T[]): readonly number[] {
  return items.flatMap((item, at) => (items.indexOf(item) < at ? [at] : []));
}
