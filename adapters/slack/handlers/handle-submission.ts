import type { ViewResponseAction } from "@slack/bolt";
import { withTimeout } from "../../../src/lib/with-timeout.ts";
import type { Outcome, Reply } from "../../../src/platform/outcome.ts";
import { acknowledgeTimeoutMs } from "../limits.ts";
import { parseSubmission, submissionSchema, writeModalMetadata } from "../parsing/parse-interaction.ts";
import { readPlace } from "../place.ts";
import { renderForm } from "../rendering/render-form.ts";
import { reportFailure } from "../sending/report-failure.ts";
import { respondOrPost } from "../sending/respond-or-post.ts";
import { sendDirect } from "../sending/send-direct.ts";
import type { HandlerContext } from "./handler-context.ts";

type Ack = (response?: ViewResponseAction) => Promise<void>;

/** Left for the acknowledgement to reach Slack, in milliseconds. */
const networkMarginMs = 700;

/**
 * Answers a submitted modal. What is wrong stands in its acknowledgement, so that the core is asked first; where
 * that takes too long, the modal closes and the answer follows.
 */
export async function handleSubmission(context: HandlerContext, body: object, ack: Ack): Promise<void> {
  const submission = submissionSchema.parse(body);
  const incoming = parseSubmission(submission);
  const carried = submission.view.private_metadata;
  const working = context.core.handle(incoming);
  const inTime = await withTimeout(acknowledgeTimeoutMs - networkMarginMs, working).catch(() => undefined);
  await ack(inTime && toAction(inTime.reply, carried.data, carried.url));
  const { reply, complete }: Outcome = inTime ?? (await working);
  if (reply.kind !== "answer") {
    const isTooLate = !inTime && (reply.kind === "form" || reply.kind === "invalid");
    return complete(async () => {
      if (isTooLate)
        await reportFailure(context, carried.url, context.core.surface(reply.form.locale).formFailed);
    });
  }
  const place = readPlace(carried.data);
  const said = { ...reply, key: incoming.id };
  await complete(() => {
    if (said.audience === "direct") return sendDirect(context, said, { url: carried.url, place });
    return place.kind === "aside"
      ? respondOrPost(context, said, { url: carried.url, place, to: "ephemeral" })
      : context.send(place, said);
  });
}

/** Errors under their fields, or the next form in place of this one. */
function toAction(reply: Reply, data: string, url?: string): ViewResponseAction | undefined {
  switch (reply.kind) {
    case "invalid":
      return { response_action: "errors", errors: { ...reply.errors } };
    case "form": {
      const carried = writeModalMetadata({
        token: reply.form.token,
        data,
        ...(url !== undefined && { url }),
      });
      return { response_action: "update", view: renderForm(reply.form, carried) };
    }
    case "answer":
    case "remove":
    case "silence":
      return undefined;
  }
}
