import type { z } from "zod";
import { type Errors, toErrors } from "../schemas/validation-errors.ts";

/** What a request is answered. */
export type Answer = Done | Refusal;

export interface Done {
  readonly kind: "done";
  readonly status: 200 | 201 | 202 | 204;
  readonly body?: unknown;
}

export interface Refusal {
  readonly kind: "refused";
  readonly status: number;
  readonly body: { readonly code: number; readonly message: string; readonly errors?: Errors };
}

export function done(body: unknown, status: 200 | 201 = 200): Done {
  return { kind: "done", status, body };
}

/** A 204 carries neither body nor type. */
export const nothingToSay: Done = { kind: "done", status: 204 };

/** topics/opcodes-and-status-codes#json-json-error-codes, each with the status that comes with it and Discord's words */
const refusals = {
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

export type Code = keyof typeof refusals;

export function refuse(code: Code): Refusal {
  const [status, message] = refusals[code];
  return { kind: "refused", status, body: { code, message } };
}

/** What has a status and no code of its own: an address or a token that is not known. */
export function refuseWithStatus(status: 401 | 404 | 405 | 500): Refusal {
  const names = {
    401: "Unauthorized",
    404: "Not Found",
    405: "Method Not Allowed",
    500: "Internal Server Error",
  };
  return { kind: "refused", status, body: { message: `${status}: ${names[status]}`, code: 0 } };
}

/** 50035, with what is wrong where: reference#error-messages */
export function refuseForm(issues: readonly z.core.$ZodIssue[]): Refusal {
  const body = { code: 50035, message: "Invalid Form Body", errors: toErrors(issues) };
  return { kind: "refused", status: 400, body };
}

/** 50035 for what only shows beside what the server holds. */
export function refuseField(path: readonly (string | number)[], complaint: string): Refusal {
  return refuseForm([{ code: "custom", path: [...path], message: complaint, input: undefined }]);
}

export function isRefusal(value: object): value is Refusal {
  return "kind" in value && value.kind === "refused";
}
