import { withTimeout } from "../../../src/lib/with-timeout.ts";
import type { Outcome } from "../../../src/platform/outcome.ts";
import { renderAnswer } from "../rendering/render-answer.ts";
import { renderForm } from "../rendering/render-form.ts";
import { type FormReply, renderFormMessage } from "../rendering/render-form-message.ts";
import { createTextAnswer } from "../rendering/text-answer.ts";
import { answerTimeoutMs } from "../responding/acknowledge.ts";
import { privateVisibility } from "../responding/reply-privately.ts";
import { mayPass } from "../rest/api-failure.ts";
import type { HandlerContext } from "./handler-context.ts";
import type { PressTarget } from "./press-target.ts";

/**
 * Handles a press that opens a form. A modal must be the initial response, so the press can't be acknowledged while the
 * core works. If that takes too long, tells the person that the form failed.
 * @returns undefined if it took too long
 */
export async function handleInTimeForForm(
  { core, log }: HandlerContext,
  { incoming, response }: PressTarget,
): Promise<Outcome | undefined> {
  const work = core.handle(incoming);
  const outcome = await withTimeout(answerTimeoutMs, work).catch(() => undefined);
  if (outcome) return outcome;
  const failure = createTextAnswer(incoming.locale ?? "", core.surface().formFailed);
  await response.reply(renderAnswer(failure), "ephemeral").catch((error: unknown) => {
    log.warn({ err: error }, "discord: form failure not reported");
  });
  // Nothing is left to send: the event is done.
  const { complete } = await work;
  await complete(async () => {});
  return undefined;
}

/** Opens a form as a modal, or shows a button that opens it where a modal can't be opened. */
export async function openForm(
  { core, log }: HandlerContext,
  { response, place }: PressTarget,
  reply: FormReply,
): Promise<void> {
  try {
    if (reply.kind === "form" && response.isOpen()) return await response.showModal(renderForm(reply.form));
    const message = renderFormMessage(reply, core.surface(reply.form.locale));
    await response.reply(renderAnswer(message), privateVisibility(place));
  } catch (error) {
    log.warn({ err: error }, "discord: form not opened");
    if (mayPass(error)) return;
    const { locale } = reply.form;
    const failure = createTextAnswer(locale, core.surface(locale).formFailed);
    await response.reply(renderAnswer(failure), "ephemeral").catch((next: unknown) => {
      log.warn({ err: next }, "discord: form failure not reported");
    });
  }
}
