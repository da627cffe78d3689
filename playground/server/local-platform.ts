import { z } from "zod";
import type { Picture } from "./pictures.ts";

/** The id of the turn that produced a message of the bot; its key is `platform/channel/message`. */
export type TurnOf = (key: string) => string | undefined;

/** A message of the bot as it is now. */
export interface BotMessage {
  /** `platform/channel/message`: what `TurnOf` is asked for. */
  readonly key: string;
  /** A different object whenever the message has changed. */
  readonly content: object;
  /** The id of the only person who sees it, in a direct message or an ephemeral one. */
  readonly reader: string | undefined;
}

/** A message by somebody else that a person can see, where the platform would mark it as unread. */
export interface ReceivedMessage {
  /** The id of the place that has to be looked at: a channel, or a thread in it. */
  readonly place: string;
  /** Unique on the platform. */
  readonly id: string;
  /** Whether it is for this person in particular: in direct messages, a thread of theirs, or with their name in it. */
  readonly isDirect: boolean;
}

/** A request that the adapter made to the platform's API, and the answer to it. */
export interface ApiCall {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly name: string;
  readonly body: unknown;
  readonly status: number;
  readonly answer: unknown;
}

/** The result of what a person did on the page. */
export type ActionResult =
  | { readonly kind: "done"; readonly outcome: unknown }
  /** The platform has no such action. */
  | { readonly kind: "invalid"; readonly error: string }
  /** It is no longer possible, such as a press on a deleted message. */
  | { readonly kind: "refused"; readonly error: string };

/** A platform that runs on this machine, with the playground's people on it. */
export interface LocalPlatform {
  readonly name: string;
  /** What .env would contain for the adapter to use this platform. */
  readonly settings: Readonly<Record<string, string>>;
  /** The id of the team's channel, if there is one. */
  readonly teamChannel?: string;
  /** What a person sees. It is sent to the page as JSON. */
  view(person: string, turnOf: TurnOf): unknown;
  /** Does what a person does on the page. Never rejects. */
  act(person: string, action: unknown): Promise<ActionResult>;
  botMessages(): readonly BotMessage[];
  /** What a person received, oldest first. Without it, the platform has no unread marks. */
  received?(person: string): readonly ReceivedMessage[];
  /** A picture that was attached to a message, by its id. */
  picture?(id: string): Picture | undefined;
  /** The latest requests, oldest first. */
  calls(): readonly ApiCall[];
  /** Calls the listener after each change; the function returned removes it. */
  onChange(listener: () => void): () => void;
  close(): Promise<void>;
}

/** What playground/<name>/local-platform.ts exports as `openLocalPlatform`. */
export type OpenLocalPlatform = () => Promise<LocalPlatform>;

/** Validates an action and runs it. `run` returns what the platform shows in response, and throws if it is impossible. */
export async function runAction<Action>(
  schema: z.ZodType<Action>,
  action: unknown,
  run: (action: Action) => Promise<unknown>,
): Promise<ActionResult> {
  const parsed = schema.safeParse(action);
  if (!parsed.success) return { kind: "invalid", error: z.prettifyError(parsed.error) };
  try {
    return { kind: "done", outcome: await run(parsed.data) };
  } catch (error) {
    return { kind: "refused", error: error instanceof Error ? error.message : String(error) };
  }
}
