import type { z } from "zod";
import { type ErrorTree, toErrorTree } from "../schemas/validation-errors.ts";

/** The result of a request. */
export type RestResult = RestSuccess | RestError;

export interface RestSuccess {
  readonly kind: "done";
  readonly status: 200 | 201 | 202 | 204;
  readonly body?: unknown;
}

export interface RestError {
  readonly kind: "refused";
  readonly status: number;
  readonly body: { readonly code: number; readonly message: string; readonly errors?: ErrorTree };
}

export function success(body: unknown, status: 200 | 201 = 200): RestSuccess {
  return { kind: "done", status, body };
}

/** A 204 has neither a body nor a content type. */
export const noContent: RestSuccess = { kind: "done", status: 204 };

/** topics/opcodes-and-status-codes#json-json-error-codes, each with its HTTP status and Discord's message */
const apiErrors = {
  10002: [404, "Unknown Application"],
  10003: [404, "Unknown Channel"],
  10004: [404, "Unknown Guild"],
  10007: [404, "Unknown Member"],
  10008: [404, "Unknown Message"],
  10013: [404, "Unknown User"],
  10015: [404, "Unknown Webhook"],
  10062: [404, "Unknown interaction"],
  10063: [404, "Unknown application command"],
  20012: [403, "You are not authorized to perform this action on this application"],
  30032: [400, "Maximum number of application commands reached (100)."],
  40058: [400, "Cannot send a message in a forum channel"],
  40060: [400, "Interaction has already been acknowledged."],
  40066: [400, "There are no tags available that can be set by non-moderators"],
  40067: [400, "A tag is required to create a forum post in this channel"],
  50001: [403, "Missing Access"],
  50005: [403, "Cannot edit a message authored by another user"],
  50006: [400, "Cannot send an empty message"],
  50007: [403, "Cannot send messages to this user"],
  50013: [403, "Missing Permissions"],
  50024: [400, "Cannot execute action on this channel type"],
  50027: [401, "Invalid Webhook Token"],
  50033: [400, "Invalid Recipient(s)"],
  50041: [400, "Invalid API version"],
  50083: [400, "Thread is archived"],
  50109: [400, "The request body contains invalid JSON."],
  160002: [400, "Cannot reply without permission to read message history"],
  160004: [400, "A thread has already been created for this message"],
  160005: [400, "Thread is locked"],
} as const;

export type ErrorCode = keyof typeof apiErrors;

export function apiError(code: ErrorCode): RestError {
  const [status, message] = apiErrors[code];
  return { kind: "refused", status, body: { code, message } };
}

/** An error with an HTTP status but no JSON error code, e.g. for an unknown route. */
export function statusError(status: 401 | 404 | 405 | 500): RestError {
  const names = {
    401: "Unauthorized",
    404: "Not Found",
    405: "Method Not Allowed",
    500: "Internal Server Error",
  };
  return { kind: "refused", status, body: { message: `${status}: ${names[status]}`, code: 0 } };
}

/** 50035 with the errors by field: reference#error-messages */
export function formError(issues: readonly z.core.$ZodIssue[]): RestError {
  const body = { code: 50035, message: "Invalid Form Body", errors: toErrorTree(issues) };
  return { kind: "refused", status: 400, body };
}

/** 50035 for one field that is invalid given the guild's state. */
export function fieldError(path: readonly (string | number)[], message: string): RestError {
  return formError([{ code: "custom", path: [...path], message, input: undefined }]);
}

export function isRestError(value: object): value is RestError {
  return "kind" in value && value.kind === "refused";
}
