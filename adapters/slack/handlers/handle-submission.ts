import type { ViewResponseAction } from "@slack/bolt";
import { within } from "../../../src/lib/with-timeout.ts";
import type { Outcome, Reply } from "../../../src/platform/adapter.ts";
import { acknowledgeWithin } from "../limits.ts";
import { fromSubmission, submissionSchema, writeCarried } from "../parsing/parse-interaction.ts";
import { readPlace } from "../place.ts";
import { renderForm } from "../rendering/render-form.ts";
import { admit } from "../sending/report-failure.ts";
import { answerFast } from "../sending/respond-or-post.ts";
import { answerDirectly } from "../sending/send-direct.ts";
import type { Ears } from "./handler-context.ts";

type Ack = (response?: ViewResponseAction) => Promise<void>;

/** Left for the acknowledgement to reach Slack, in milliseconds. */
const spare = 700;

/**
 * Answers a submitted modal. What is wrong stands in its acknowledgement, so that the core is asked first; where
 * that takes too long, the modal closes and the answer follows.
 */
export async function answerSubmission(ears: Ears, body: object, ack: Ack): Promise<void> {
  const submission = submissionSchema.parse(body);
  const incoming = fromSubmission(submission);
  const carried = submission.view.private_metadata;
  const working = ears.core.handle(incoming);
  const inTime = await within(acknowledgeWithin - spare, working).catch(() => undefined);
  await ack(inTime && toAction(inTime.reply, carried.data, carried.url));
  const { reply, settle }: Outcome = inTime ?? (await working);
  if (reply.kind !== "answer") {
    const isTooLate = !inTime && (reply.kind === "form" || reply.kind === "invalid");
    return settle(async () => {
      if (isTooLate) await admit(ears, carried.url, ears.core.surface(reply.form.locale).formFailed);
    });
  }
  const place = readPlace(carried.data);
  const said = { ...reply, key: incoming.id };
  await settle(() => {
    if (said.audience === "direct") return answerDirectly(ears, said, { url: carried.url, place });
    return place.kind === "aside"
      ? answerFast(ears, said, { url: carried.url, place, to: "ephemeral" })
      : ears.send(place, said);
  });
}

/** Errors under their fields, or the next form in place of this one. */
function toAction(reply: Reply, data: string, url?: string): ViewResponseAction | undefined {
  switch (reply.kind) {
    case "invalid":
      return { response_action: "errors", errors: { ...reply.errors } };
    case "form": {
      const carried = writeCarried({ token: reply.form.token, data, ...(url !== undefined && { url }) });
      return { response_action: "update", view: renderForm(reply.form, carried) };
    }
    case "answer":
    case "remove":
    case "silence":
      return undefined;
  }
}
