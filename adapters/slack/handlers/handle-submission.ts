import type { ViewResponseAction } from "@slack/bolt";
import { withTimeout } from "../../../src/lib/with-timeout.ts";
import type { Outcome, Reply } from "../../../src/platform/outcome.ts";
import { acknowledgeTimeoutMs } from "../limits.ts";
import { type ModalMetadata, writeModalMetadata } from "../parsing/modal-metadata.ts";
import { parseSubmission, submissionSchema } from "../parsing/parse-submission.ts";
import { renderForm } from "../rendering/render-form.ts";
import { reportFailure } from "../sending/report-failure.ts";
import { respondOrPost } from "../sending/respond-or-post.ts";
import { sendToDm } from "../sending/send-to-dm.ts";
import { handleClaimed } from "./handle-claimed.ts";
import type { HandlerContext } from "./handler-context.ts";

type Ack = (response?: ViewResponseAction) => Promise<void>;

/** Reserved for the acknowledgement's way to Slack. */
const networkMarginMs = 700;

/**
 * Answers a submitted modal. Its errors and its next form are part of the acknowledgement, so the core is asked first.
 * If that takes too long, or the store does, the modal closes and the answer follows.
 */
export async function handleSubmission(context: HandlerContext, body: object, ack: Ack): Promise<void> {
  const { incoming, place, metadata } = parseSubmission(submissionSchema.parse(body));
  const { url } = metadata;
  const { isClaimed, outcome } = handleClaimed(context.core, incoming);
  const inTime = (await isClaimed)
    ? await withTimeout(acknowledgeTimeoutMs - networkMarginMs, outcome).catch(() => undefined)
    : undefined;
  await ack(inTime && toResponseAction(inTime.reply, metadata)).catch((error: unknown) => {
    context.log.warn({ err: error }, "slack: form not acknowledged");
  });
  const { reply, complete, key = incoming.id }: Outcome = inTime ?? (await outcome);
  await complete(async () => {
    switch (reply.kind) {
      case "answer": {
        const delivery = { ...reply, key };
        if (reply.audience === "direct") return sendToDm(context, delivery, { url, place });
        if (place.kind === "aside") return respondOrPost(context, delivery, { url, place });
        return context.send(place, delivery);
      }
      case "form":
      case "invalid":
        if (!inTime)
          await reportFailure(context.log, url, context.core.surface(reply.form.locale).formFailed);
        return;
      case "remove":
      case "silence":
        return;
    }
  });
}

/** Shows the errors under their fields, replaces the modal by the next form, or closes it. */
function toResponseAction(reply: Reply, metadata: ModalMetadata): ViewResponseAction | undefined {
  switch (reply.kind) {
    case "invalid":
      return { response_action: "errors", errors: { ...reply.errors } };
    case "form": {
      const nextMetadata = writeModalMetadata({ ...metadata, token: reply.form.token });
      return { response_action: "update", view: renderForm(reply.form, nextMetadata) };
    }
    case "answer":
    case "remove":
    case "silence":
      return undefined;
  }
}
