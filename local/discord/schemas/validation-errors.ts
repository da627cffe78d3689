import type { z } from "zod";

type Issue = z.core.$ZodIssue;

/** Discord's `errors` object, nested like the request body, with `_errors` at invalid fields: reference#error-messages */
export interface ErrorTree {
  readonly [key: string]: ErrorTree | readonly FieldError[];
}

interface FieldError {
  readonly code: string;
  readonly message: string;
}

export function toErrorTree(issues: readonly Issue[]): ErrorTree {
  return issues
    .flatMap(toPlacedErrors)
    .reduce<ErrorTree>((errors, { path, error }) => insertError(errors, path, error), {});
}

interface PlacedError {
  readonly path: readonly string[];
  readonly error: FieldError;
}

function toPlacedErrors(issue: Issue): readonly PlacedError[] {
  const path = issue.path.map(String);
  if (issue.code === "unrecognized_keys") {
    const error = { code: "UNKNOWN_FIELD", message: "Discord knows no field of this name here." };
    return issue.keys.map((key) => ({ path: [...path, key], error }));
  }
  return [{ path, error: toFieldError(issue) }];
}

function insertError(errors: ErrorTree, [key, ...rest]: readonly string[], error: FieldError): ErrorTree {
  if (key === undefined) {
    const { _errors: before } = errors;
    return { ...errors, _errors: [...(Array.isArray(before) ? before : []), error] };
  }
  const below = errors[key];
  return { ...errors, [key]: insertError(isErrorTree(below) ? below : {}, rest, error) };
}

function isErrorTree(value: ErrorTree | readonly FieldError[] | undefined): value is ErrorTree {
  return value !== undefined && !Array.isArray(value);
}

/** In Discord's wording where known. */
function toFieldError(issue: Issue): FieldError {
  const [code, message] = issue.message.split("|");
  if (code !== undefined && message !== undefined && /^[A-Z0-9_]+$/.test(code)) return { code, message };
  switch (issue.code) {
    case "invalid_type":
      return typeError(issue);
    case "invalid_value":
      return {
        code: "BASE_TYPE_CHOICES",
        message: `Value must be one of (${issue.values.map(String).join(", ")}).`,
      };
    case "invalid_union":
      return {
        code: "UNION_TYPE_CHOICES",
        message: `Value of field "${issue.path.at(-1)?.toString() ?? ""}" is none of those allowed here.`,
      };
    default:
      return { code: "BASE_TYPE_INVALID", message: issue.message };
  }
}

function typeError({ message, expected }: z.core.$ZodIssueInvalidType): FieldError {
  if (message.endsWith("received undefined")) {
    return { code: "BASE_TYPE_REQUIRED", message: "This field is required" };
  }
  switch (expected) {
    case "string":
      return { code: "STRING_TYPE_CONVERT", message: "Could not interpret the value as string." };
    case "boolean":
      return { code: "BOOLEAN_TYPE_CONVERT", message: "Must be either true or false." };
    case "array":
      return { code: "LIST_TYPE_CONVERT", message: "Only iterables may be used in a ListType" };
    case "object":
    case "record":
      return { code: "MODEL_TYPE_CONVERT", message: "Only dictionaries may be used in a ModelType" };
    default:
      return { code: "NUMBER_TYPE_COERCE", message: "Value is not int." };
  }
}
