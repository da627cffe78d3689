import { z } from "zod";

/** The id of the turn that produced a message of the bot; its key is `platform/channel/message`. */
export type TurnOf = (key: string) => string | undefined;

/** A message of the bot as it is now. */
export interface BotMessage {
  /** `platform/channel/message`: what `TurnOf` is asked for. */
  readonly key: string;
  /** Another object as soon as the message has changed. */
  readonly content: object;
  /** The id of the only person who sees it, in a direct message or an ephemeral one. */
  readonly reader: string | undefined;
}

/** A request that the adapter made to the platform, and its answer. */
export interface ApiCall {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly name: string;
  readonly body: unknown;
  readonly status: number;
  readonly answer: unknown;
}

/** What came of something that a person did on the page. */
export type ActResult =
  | { readonly kind: "done"; readonly outcome: unknown }
  /** The order is not one that the platform knows. */
  | { readonly kind: "invalid"; readonly error: string }
  /** It can't be done, such as a press on a message that is gone. */
  | { readonly kind: "refused"; readonly error: string };

/** A platform that runs on this machine, with the playground's people in it. */
export interface LocalPlatform {
  readonly name: string;
  /** What one would put into .env, so that the adapter uses this platform. */
  readonly settings: Readonly<Record<string, string>>;
  /** The id of the team's channel, if it has one. */
  readonly teamChannel?: string;
  /** What a person sees, as JSON for the page. */
  view(person: string, turnOf: TurnOf): unknown;
  /** Does what a person does on the page. Never rejects. */
  act(person: string, order: unknown): Promise<ActResult>;
  botMessages(): readonly BotMessage[];
  /** The latest requests, oldest first. */
  calls(): readonly ApiCall[];
  /** Calls the listener after each change; the function returned removes it. */
  onChange(listener: () => void): () => void;
  close(): Promise<void>;
}

/** What playground/<name>/local-platform.ts exports as `openLocalPlatform`. */
export type OpenLocalPlatform = () => Promise<LocalPlatform>;

/** Runs an order that fits its schema; the outcome is what the platform shows of it. */
export async function runOrder<Order>(
  schema: z.ZodType<Order>,
  order: unknown,
  run: (order: Order) => Promise<unknown>,
): Promise<ActResult> {
  const parsed = schema.safeParse(order);
  if (!parsed.success) return { kind: "invalid", error: z.prettifyError(parsed.error) };
  try {
    return { kind: "done", outcome: await run(parsed.data) };
  } catch (error) {
    return { kind: "refused", error: error instanceof Error ? error.message : String(error) };
  }
}
