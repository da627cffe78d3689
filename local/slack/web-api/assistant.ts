import { z } from "zod";
import { maxPrompts } from "../limits.ts";
import { id, ts } from "../schemas/arguments.ts";
import { parseJson } from "../schemas/parse.ts";
import { addWarnings } from "../state/warnings.ts";
import { findVisibleChannel } from "./channel-access.ts";
import { method } from "./method.ts";
import { tier4 } from "./rate-limits.ts";
import { apiError, success } from "./result.ts";

const prompt = z.strictObject({ title: z.string().min(1), message: z.string().min(1) });

/** methods/assistant.threads.setSuggestedPrompts#agents: "will cause the call to silently fail" */
const threadWarning = "suggested prompts of a thread are not shown in the agent view";

/**
 * methods/assistant.threads.setSuggestedPrompts: at the top of a DM. What Slack says to an app without the agent view is
 * not documented; here such a call is refused, so that no adapter counts on it.
 */
export const setSuggestedPrompts = method({
  scopes: ["assistant:write"],
  rate: tier4,
  args: z.strictObject({
    channel_id: id,
    prompts: z.preprocess(parseJson, z.array(prompt).min(1).max(maxPrompts)),
    title: z.string().optional(),
    thread_ts: ts.optional(),
  }),
  run: ({ channel_id: to, prompts, title, thread_ts: thread }, { context }) => {
    if (!context.hasAgentView) return apiError("access_denied");
    const channel = findVisibleChannel(context, to);
    if ("ok" in channel) return channel;
    if (channel.kind !== "im") return apiError("channel_not_found");
    if (thread !== undefined) {
      addWarnings(context, threadWarning);
      return success();
    }
    context.state.change((data) => ({
      ...data,
      prompts: { ...data.prompts, [channel.id]: { title, prompts } },
    }));
    return success();
  },
});
