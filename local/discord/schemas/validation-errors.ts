import type { z } from "zod";

type Issue = z.core.$ZodIssue;

/** Discord's `errors`: as deep as what was sent, with `_errors` where something is wrong (reference#error-messages). */
export interface Errors {
  readonly [key: string]: Errors | readonly Complaint[];
}

interface Complaint {
  readonly code: string;
  readonly message: string;
}

export function toErrors(issues: readonly Issue[]): Errors {
  return issues
    .flatMap(toPlaced)
    .reduce<Errors>((errors, { path, complaint }) => put(errors, path, complaint), {});
}

interface Placed {
  readonly path: readonly string[];
  readonly complaint: Complaint;
}

function toPlaced(issue: Issue): readonly Placed[] {
  const path = issue.path.map(String);
  if (issue.code === "unrecognized_keys") {
    const complaint = { code: "UNKNOWN_FIELD", message: "Discord knows no field of this name here." };
    return issue.keys.map((key) => ({ path: [...path, key], complaint }));
  }
  return [{ path, complaint: complain(issue) }];
}

function put(errors: Errors, [key, ...rest]: readonly string[], complaint: Complaint): Errors {
  if (key === undefined) {
    const { _errors: before } = errors;
    return { ...errors, _errors: [...(Array.isArray(before) ? before : []), complaint] };
  }
  const below = errors[key];
  return { ...errors, [key]: put(isErrors(below) ? below : {}, rest, complaint) };
}

function isErrors(value: Errors | readonly Complaint[] | undefined): value is Errors {
  return value !== undefined && !Array.isArray(value);
}

/** In Discord's words as far as they are known. */
function complain(issue: Issue): Complaint {
  const [code, message] = issue.message.split("|");
  if (code !== undefined && message !== undefined && /^[A-Z0-9_]+$/.test(code)) return { code, message };
  switch (issue.code) {
    case "invalid_type":
      return wrongType(issue);
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

function wrongType({ message, expected }: z.core.$ZodIssueInvalidType): Complaint {
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
