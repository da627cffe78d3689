import type { WorkspaceContext } from "../workspace-context.ts";
import { modalStack } from "../limits.ts";
import { elementsOf } from "../schemas/blocks.ts";
import type { Element } from "../schemas/elements.ts";
import type { ViewBody } from "../schemas/views.ts";
import { type Refusal, refuse } from "../web-api/result.ts";
import { withIds } from "./element-ids.ts";
import type { Entered, Values, View } from "./model.ts";

/** The modals that a person has open, the one in front last. */
export function modalsOf({ state }: WorkspaceContext, user: string): readonly View[] {
  return state.data.modals[user] ?? [];
}

export function findView({ state }: WorkspaceContext, isIt: (view: View) => boolean): View | undefined {
  const { modals, homes } = state.data;
  return [...Object.values(modals).flat(), ...Object.values(homes)].find(isIt);
}

/** Opens a modal in place of whatever is open: methods/views.open */
export function openModal(core: WorkspaceContext, user: string, body: ViewBody): View | Refusal {
  const view = createView(core, { user, body, stack: [] });
  if ("ok" in view) return view;
  setModals(core, user, () => [view]);
  return view;
}

/** Puts a modal on top of those that are open: methods/views.push */
export function pushModal(core: WorkspaceContext, user: string, body: ViewBody): View | Refusal {
  const stack = modalsOf(core, user);
  if (stack.length === 0) return refuse("not_found");
  if (stack.length >= modalStack) return refuse("push_limit_reached");
  const view = createView(core, { user, body, stack });
  if ("ok" in view) return view;
  setModals(core, user, (views) => [...views, view]);
  return view;
}

/** Shows a view in App Home: methods/views.publish */
export function publishHome(core: WorkspaceContext, user: string, body: ViewBody): View | Refusal {
  const before = core.state.data.homes[user];
  const view = before ? rewrite(core, before, body) : createView(core, { user, body, stack: [] });
  if ("ok" in view) return view;
  core.state.change((data) => ({ ...data, homes: { ...data.homes, [user]: view } }));
  return view;
}

/** Shows something else in an open view; what was entered stays where block and action stay: methods/views.update */
export function updateView(core: WorkspaceContext, before: View, body: ViewBody): View | Refusal {
  if (before.body.type !== body.type)
    return refuse("invalid_arguments", ["view type can't be changed [json-pointer:/view/type]"]);
  const view = rewrite(core, before, body);
  if (!("ok" in view)) replaceView(core, before, view);
  return view;
}

/** Changes what a person entered in a view, or what is said to be wrong with it. */
export function replaceView(core: WorkspaceContext, before: View, after: View): void {
  if (after.body.type === "home") {
    core.state.change((data) => ({ ...data, homes: { ...data.homes, [after.user]: after } }));
    return;
  }
  setModals(core, after.user, (views) => views.map((view) => (view.id === before.id ? after : view)));
}

/** Closes a modal and those on top of it; without one, all of them. */
export function closeModals(core: WorkspaceContext, user: string, from?: View): void {
  setModals(core, user, (views) => {
    const at = views.findIndex(({ id }) => id === from?.id);
    return at < 0 ? [] : views.slice(0, at);
  });
}

function setModals(
  core: WorkspaceContext,
  user: string,
  toNext: (views: readonly View[]) => readonly View[],
): void {
  core.state.change((data) => ({
    ...data,
    modals: { ...data.modals, [user]: toNext(data.modals[user] ?? []) },
  }));
}

interface NewView {
  readonly user: string;
  readonly body: ViewBody;
  readonly stack: readonly View[];
}

function createView(core: WorkspaceContext, { user, body, stack }: NewView): View | Refusal {
  if (isTaken(core, body)) return refuse("duplicate_external_id");
  const id = core.ids.next("V");
  const identified = identify(core, body);
  return {
    id,
    user,
    hash: core.ids.ts(),
    body: identified,
    root: stack[0]?.id ?? id,
    previous: stack.at(-1)?.id,
    values: initialValues(identified),
    errors: {},
  };
}

function rewrite(core: WorkspaceContext, before: View, body: ViewBody): View | Refusal {
  if (body.external_id !== before.body.external_id && isTaken(core, body))
    return refuse("duplicate_external_id");
  const identified = identify(core, body);
  const values = keepEntered(before.values, initialValues(identified));
  return { ...before, hash: core.ids.ts(), body: identified, values, errors: {} };
}

function isTaken(core: WorkspaceContext, { external_id: id = "" }: ViewBody): boolean {
  return id !== "" && findView(core, ({ body }) => body.external_id === id) !== undefined;
}

/** Blocks and elements without an id get one, as in Slack. */
function identify(core: WorkspaceContext, body: ViewBody): ViewBody {
  return { ...body, blocks: withIds(core, body.blocks) };
}

function keepEntered(before: Values, initial: Values): Values {
  return mapValues(initial, (actions, block) =>
    mapValues(actions, (value, action) => {
      const kept = before[block]?.[action];
      return kept?.type === value.type ? kept : value;
    }),
  );
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, toNext: (value: T, key: string) => U) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, toNext(value, key)]));
}

/** What a view's fields hold before anybody enters anything. */
export function initialValues({ blocks }: Pick<ViewBody, "blocks">): Values {
  return Object.fromEntries(
    blocks.flatMap((block) => {
      const entries = elementsOf(block).flatMap((element) => {
        const value = initialValue(element);
        return value ? [[element.action_id ?? "", value] as const] : [];
      });
      return entries.length > 0 ? [[block.block_id ?? "", Object.fromEntries(entries)] as const] : [];
    }),
  );
}

function initialValue(element: Element): Entered | undefined {
  switch (element.type) {
    case "plain_text_input":
      return { type: element.type, value: element.initial_value ?? null };
    case "static_select":
    case "radio_buttons":
      return { type: element.type, selected_option: element.initial_option ?? null };
    case "checkboxes":
      return { type: element.type, selected_options: element.initial_options ?? [] };
    case "button":
    case "overflow":
      return undefined;
  }
}
