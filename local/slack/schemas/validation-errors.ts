import type { z } from "zod";

type Issue = z.core.$ZodIssue;

/** Validation errors with their position, in Slack's wording where known: response_metadata.messages. */
export function toErrorMessages(issues: readonly Issue[], root = ""): readonly string[] {
  return issues.map((issue) => `${describe(issue)} [json-pointer:${root}${pointer(issue)}]`);
}

function pointer({ path }: Issue): string {
  return path.map((part) => `/${String(part)}`).join("");
}

function describe(issue: Issue): string {
  switch (issue.code) {
    case "too_big":
      return tooBig(issue.origin, Number(issue.maximum));
    case "too_small":
      return tooSmall(issue.origin, Number(issue.minimum));
    case "unrecognized_keys":
      return `invalid additional property: ${issue.keys.join(", ")}`;
    case "invalid_union":
      return `unsupported type`;
    case "invalid_value":
      return `must be one of: ${issue.values.map(String).join(", ")}`;
    case "invalid_type":
      return invalidType(issue);
    case "invalid_format":
      return `must be a valid ${issue.format}`;
    case "custom":
      return issue.message;
    case "not_multiple_of":
    case "invalid_key":
    case "invalid_element":
      return "is invalid";
  }
}

function invalidType({ message, path, expected }: Extract<Issue, { code: "invalid_type" }>): string {
  if (message.endsWith("received undefined")) return `missing required field: ${String(path.at(-1) ?? "")}`;
  if (message.startsWith("must ")) return message;
  return `must provide ${expected === "object" ? "an object" : `a ${expected}`}`;
}

function tooBig(origin: string, maximum: number): string {
  if (origin === "string") return `must be less than ${maximum + 1} characters`;
  return origin === "array" ? `no more than ${maximum} items allowed` : `must be at most ${maximum}`;
}

function tooSmall(origin: string, minimum: number): string {
  if (origin === "string") return `must be more than ${minimum - 1} characters`;
  return origin === "array" ? `no fewer than ${minimum} items allowed` : `must be at least ${minimum}`;
}
