import { z } from "zod";
import { id } from "../schemas/arguments.ts";
import { readView } from "../schemas/parse.ts";
import { findUser } from "../state/channels.ts";
import type { View } from "../state/model.ts";
import { remark } from "../state/warnings.ts";
import { findView, openModal, publishHome, pushModal, updateView } from "../state/views.ts";
import { viewToWire } from "../payloads.ts";
import { type Answer, done, isRefusal, type Refusal, refuse } from "./result.ts";
import { method, type Work } from "./method.ts";
import { tier4 } from "./rate-limits.ts";

/** methods/views.open */
export const open = method({
  rate: tier4,
  args: z.strictObject({ trigger_id: id, view: z.unknown() }),
  run: ({ trigger_id, view }, work) => show(work, { trigger: trigger_id, view, how: "open" }),
});

/** methods/views.push: with a trigger from within the open modal (python-slack-sdk issue 804) */
export const push = method({
  rate: tier4,
  args: z.strictObject({ trigger_id: id, view: z.unknown() }),
  run: ({ trigger_id, view }, work) => show(work, { trigger: trigger_id, view, how: "push" }),
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
  run: ({ view_id, external_id, view: raw, hash }, { core }) => {
    if ((view_id === undefined) === (external_id === undefined)) {
      return refuse("invalid_arguments", ["must define either `view_id` or `external_id`"]);
    }
    const read = readView(raw);
    if (isRefusal(read)) return read;
    const found = findView(core, (view) =>
      view_id === undefined ? view.body.external_id === external_id : view.id === view_id,
    );
    if (!found) return refuse("not_found");
    if (hash !== undefined && hash !== found.hash) return refuse("hash_conflict");
    return answerWith({ core }, updateView(core, found, read.body));
  },
});

/** methods/views.publish */
export const publish = method({
  rate: tier4,
  args: z.strictObject({ user_id: id, view: z.unknown(), hash: z.string().optional() }),
  run: ({ user_id: user, view: raw, hash }, { core }) => {
    const read = readView(raw);
    if (isRefusal(read)) return read;
    if (read.body.type !== "home")
      return refuse("invalid_arguments", ["must be a home view [json-pointer:/view/type]"]);
    if (!findUser(core, user)) return refuse("invalid_arguments", ["user not found [json-pointer:/user_id]"]);
    const before = core.state.data.homes[user];
    if (hash !== undefined && before && hash !== before.hash) return refuse("hash_conflict");
    return answerWith({ core }, publishHome(core, user, read.body));
  },
});

interface Showing {
  readonly trigger: string;
  readonly view: unknown;
  readonly how: "open" | "push";
}

/** bolt-js issues 1072 and 1827 */
const openedFromModal =
  "views.open from within a modal may show nothing: push, or update in the acknowledgement";

/** A view that is refused leaves the trigger as it was. */
function show({ core, triggers }: Work, { trigger, view, how }: Showing): Answer {
  const read = readView(view);
  if (isRefusal(read)) return read;
  if (read.body.type !== "modal")
    return refuse("invalid_arguments", ["must be a modal [json-pointer:/view/type]"]);
  const exchanged = triggers.exchange(trigger, ({ from }) => how === "open" || from !== "elsewhere");
  if ("ok" in exchanged) return exchanged;
  const { user, from } = exchanged;
  if (how === "open" && from !== "elsewhere") remark(core, openedFromModal);
  return answerWith({ core }, (how === "open" ? openModal : pushModal)(core, user, read.body));
}

function answerWith({ core }: Pick<Work, "core">, view: View | Refusal): Answer {
  return "ok" in view ? view : done({ view: viewToWire(view, core.app) });
}
