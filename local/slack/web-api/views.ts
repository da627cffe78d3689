import { z } from "zod";
import { toViewPayload } from "../payloads.ts";
import { id } from "../schemas/arguments.ts";
import { parseView } from "../schemas/parse.ts";
import type { WorkspaceView } from "../state/model.ts";
import { findUser } from "../state/users.ts";
import { findView, openModal, publishHome, pushModal, updateView } from "../state/views.ts";
import { addWarnings } from "../state/warnings.ts";
import type { WorkspaceContext } from "../workspace-context.ts";
import { method, type WebApiServices } from "./method.ts";
import { tier4 } from "./rate-limits.ts";
import { apiError, isApiError, success, type WebApiError, type WebApiResult } from "./result.ts";

/** methods/views.open */
export const open = method({
  rate: tier4,
  args: z.strictObject({ trigger_id: id, view: z.unknown() }),
  run: ({ trigger_id, view }, services) => show(services, { triggerId: trigger_id, view, how: "open" }),
});

/** methods/views.push: needs a trigger_id from within the open modal (python-slack-sdk issue 804) */
export const push = method({
  rate: tier4,
  args: z.strictObject({ trigger_id: id, view: z.unknown() }),
  run: ({ trigger_id, view }, services) => show(services, { triggerId: trigger_id, view, how: "push" }),
});

/** methods/views.update */
export const update = method({
  rate: tier4,
  args: z.strictObject({
    view_id: id.optional(),
    external_id: id.optional(),
    view: z.unknown(),
    hash: z.string().optional(),
  }),
  run: ({ view_id, external_id, view: raw, hash }, { context }) => {
    if ((view_id === undefined) === (external_id === undefined)) {
      return apiError("invalid_arguments", ["must define either `view_id` or `external_id`"]);
    }
    const read = parseView(raw);
    if (isApiError(read)) return read;
    const found = findView(context, (view) =>
      view_id === undefined ? view.body.external_id === external_id : view.id === view_id,
    );
    if (!found) return apiError("not_found");
    if (hash !== undefined && hash !== found.hash) return apiError("hash_conflict");
    return toViewResult(context, updateView(context, found, read.body));
  },
});

/** methods/views.publish */
export const publish = method({
  rate: tier4,
  args: z.strictObject({ user_id: id, view: z.unknown(), hash: z.string().optional() }),
  run: ({ user_id: user, view: raw, hash }, { context }) => {
    const read = parseView(raw);
    if (isApiError(read)) return read;
    if (read.body.type !== "home")
      return apiError("invalid_arguments", ["must be a home view [json-pointer:/view/type]"]);
    if (!findUser(context, user))
      return apiError("invalid_arguments", ["user not found [json-pointer:/user_id]"]);
    const before = context.state.data.homes[user];
    if (hash !== undefined && before && hash !== before.hash) return apiError("hash_conflict");
    return toViewResult(context, publishHome(context, user, read.body));
  },
});

interface ShowOptions {
  readonly triggerId: string;
  readonly view: unknown;
  readonly how: "open" | "push";
}

/** bolt-js issues 1072 and 1827 */
const openedFromModalWarning =
  "views.open from within a modal may show nothing: push, or update in the acknowledgement";

/** An invalid view does not use up the trigger_id. */
function show({ context, triggerIds }: WebApiServices, { triggerId, view, how }: ShowOptions): WebApiResult {
  const read = parseView(view);
  if (isApiError(read)) return read;
  if (read.body.type !== "modal")
    return apiError("invalid_arguments", ["must be a modal [json-pointer:/view/type]"]);
  const trigger = triggerIds.exchange(triggerId, ({ from }) => how === "open" || from !== "elsewhere");
  if ("ok" in trigger) return trigger;
  const { user, from } = trigger;
  if (how === "open" && from !== "elsewhere") addWarnings(context, openedFromModalWarning);
  return toViewResult(context, (how === "open" ? openModal : pushModal)(context, user, read.body));
}

function toViewResult(context: WorkspaceContext, view: WorkspaceView | WebApiError): WebApiResult {
  return "ok" in view ? view : success({ view: toViewPayload(view, context.app) });
}
