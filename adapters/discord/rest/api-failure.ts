import { RESTJSONErrorCodes as codes, DiscordAPIError, HTTPError, RateLimitError } from "discord.js";
import { findRefusal, type Refusal } from "./refusals.ts";

/** No usable answer came: a network error, a time-out, or a page that is not Discord's, such as Cloudflare's. */
export class NoAnswerError extends Error {
  override readonly name = "NoAnswerError";
}

/** Discord answered 401 to a request with the bot's token. */
export class TokenRefusedError extends Error {
  override readonly name = "TokenRefusedError";
}

/** What a failed request means. Faults of our own, such as a message that can't be written, `stay`. */
export function readApiFailure(error: unknown): Refusal {
  if (error instanceof DiscordAPIError) return findRefusal(error.status, error.code) ?? "stays";
  if (error instanceof TokenRefusedError) return "token";
  const isPassing =
    error instanceof NoAnswerError || error instanceof HTTPError || error instanceof RateLimitError;
  return isPassing ? "passes" : "stays";
}

/** Whether the request is worth being made again later: Discord is busy, or does not accept the token now. */
export function mayPass(error: unknown): boolean {
  const failure = readApiFailure(error);
  return failure === "passes" || failure === "token";
}

/** The code of a refusal that is not in our table. */
export function unknownCode(error: unknown): number | string | undefined {
  if (!(error instanceof DiscordAPIError)) return undefined;
  return findRefusal(error.status, error.code) === undefined ? error.code : undefined;
}

export function isThreadAlreadyCreated(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === codes.ThreadAlreadyCreatedForMessage;
}
