import type { Locale } from "../../../src/answer/locale.ts";
import { renderAnswer } from "../rendering/render-answer.ts";
import { createTextAnswer } from "../rendering/text-answer.ts";
import { mayPass, readApiFailure } from "../rest/api-failure.ts";
import type { ResponseContext, ResponseTarget } from "./response-context.ts";

interface RespondOrPostOptions {
  /** Answers by the interaction. */
  readonly respond: () => Promise<void>;
  /** Answers by a message, which works at any later time. */
  readonly post: () => Promise<unknown>;
  /** The language of the answer. */
  readonly locale: Locale;
}

/**
 * Answers by the interaction, or by a message if the interaction has expired or Discord refuses the response.
 * @throws what may pass
 */
export async function respondOrPost(
  { core, log }: ResponseContext,
  { response }: ResponseTarget,
  { respond, post, locale }: RespondOrPostOptions,
): Promise<void> {
  try {
    await respond();
  } catch (error) {
    if (mayPass(error)) throw error;
    log.warn({ err: error }, "discord: response refused or too late, answer posted");
    await post();
    if (readApiFailure(error) === "expired") return;
    const pointer = createTextAnswer(locale, core.surface(locale).sentDirectly);
    await response.reply(renderAnswer(pointer), "ephemeral").catch((next: unknown) => {
      log.info({ err: next }, "discord: DM pointer not shown");
    });
  }
}
