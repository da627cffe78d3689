import { maxModals } from "../limits.ts";
import { elementsOf } from "../schemas/blocks.ts";
import type { BlockElement } from "../schemas/elements.ts";
import type { ViewBody } from "../schemas/views.ts";
import { apiError, type WebApiError } from "../web-api/result.ts";
import type { WorkspaceContext } from "../workspace-context.ts";
import { withIds } from "./element-ids.ts";
import type { InputValue, InputValues, WorkspaceView } from "./model.ts";

/** A person's open modals, the topmost last. */
export function modalsOf({ state }: WorkspaceContext, user: string): readonly WorkspaceView[] {
  return state.data.modals[user] ?? [];
}

export function findView(
  { state }: WorkspaceContext,
  isIt: (view: WorkspaceView) => boolean,
): WorkspaceView | undefined {
  const { modals, homes } = state.data;
  return [...Object.values(modals).flat(), ...Object.values(homes)].find(isIt);
}

/** Opens a modal in place of any open ones: methods/views.open */
export function openModal(
  context: WorkspaceContext,
  user: string,
  body: ViewBody,
): WorkspaceView | WebApiError {
  const view = createView(context, { user, body, stack: [] });
  if ("ok" in view) return view;
  setModals(context, user, () => [view]);
  return view;
}

/** Pushes a modal on top of the open ones: methods/views.push */
export function pushModal(
  context: WorkspaceContext,
  user: string,
  body: ViewBody,
): WorkspaceView | WebApiError {
  const stack = modalsOf(context, user);
  if (stack.length === 0) return apiError("not_found");
  if (stack.length >= maxModals) return apiError("push_limit_reached");
  const view = createView(context, { user, body, stack });
  if ("ok" in view) return view;
  setModals(context, user, (views) => [...views, view]);
  return view;
}

/** Publishes a view in App Home: methods/views.publish */
export function publishHome(
  context: WorkspaceContext,
  user: string,
  body: ViewBody,
): WorkspaceView | WebApiError {
  const before = context.state.data.homes[user];
  const view = before ? withBody(context, before, body) : createView(context, { user, body, stack: [] });
  if ("ok" in view) return view;
  context.state.change((data) => ({ ...data, homes: { ...data.homes, [user]: view } }));
  return view;
}

/** Replaces the body of an open view. Inputs are kept where block_id and action_id stay: methods/views.update */
export function updateView(
  context: WorkspaceContext,
  before: WorkspaceView,
  body: ViewBody,
): WorkspaceView | WebApiError {
  if (before.body.type !== body.type)
    return apiError("invalid_arguments", ["view type can't be changed [json-pointer:/view/type]"]);
  const view = withBody(context, before, body);
  if (!("ok" in view)) replaceView(context, before, view);
  return view;
}

/** Replaces a view with one that has other inputs or errors. */
export function replaceView(context: WorkspaceContext, before: WorkspaceView, after: WorkspaceView): void {
  if (after.body.type === "home") {
    context.state.change((data) => ({ ...data, homes: { ...data.homes, [after.user]: after } }));
    return;
  }
  setModals(context, after.user, (views) => views.map((view) => (view.id === before.id ? after : view)));
}

/** Closes a modal and those on top of it. Without `from`, closes all. */
export function closeModals(context: WorkspaceContext, user: string, from?: WorkspaceView): void {
  setModals(context, user, (views) => {
    const at = views.findIndex(({ id }) => id === from?.id);
    return at < 0 ? [] : views.slice(0, at);
  });
}

function setModals(
  context: WorkspaceContext,
  user: string,
  toNext: (views: readonly WorkspaceView[]) => readonly WorkspaceView[],
): void {
  context.state.change((data) => ({
    ...data,
    modals: { ...data.modals, [user]: toNext(data.modals[user] ?? []) },
  }));
}

interface NewView {
  readonly user: string;
  readonly body: ViewBody;
  readonly stack: readonly WorkspaceView[];
}

function createView(context: WorkspaceContext, { user, body, stack }: NewView): WorkspaceView | WebApiError {
  if (isExternalIdTaken(context, body)) return apiError("duplicate_external_id");
  const id = context.ids.next("V");
  const identified = withElementIds(context, body);
  return {
    id,
    user,
    hash: context.ids.ts(),
    body: identified,
    root: stack[0]?.id ?? id,
    previous: stack.at(-1)?.id,
    values: initialInputs(identified),
    errors: {},
  };
}

function withBody(
  context: WorkspaceContext,
  before: WorkspaceView,
  body: ViewBody,
): WorkspaceView | WebApiError {
  if (body.external_id !== before.body.external_id && isExternalIdTaken(context, body))
    return apiError("duplicate_external_id");
  const identified = withElementIds(context, body);
  const values = keepInputs(before.values, initialInputs(identified));
  return { ...before, hash: context.ids.ts(), body: identified, values, errors: {} };
}

function isExternalIdTaken(context: WorkspaceContext, { external_id: id = "" }: ViewBody): boolean {
  return id !== "" && findView(context, ({ body }) => body.external_id === id) !== undefined;
}

function withElementIds(context: WorkspaceContext, body: ViewBody): ViewBody {
  return { ...body, blocks: withIds(context, body.blocks) };
}

function keepInputs(before: InputValues, initial: InputValues): InputValues {
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

/** The inputs of a view before anybody changes them. */
export function initialInputs({ blocks }: Pick<ViewBody, "blocks">): InputValues {
  return Object.fromEntries(
    blocks.flatMap((block) => {
      const entries = elementsOf(block).flatMap((element) => {
        const value = initialInput(element);
        return value ? [[element.action_id ?? "", value] as const] : [];
      });
      return entries.length > 0 ? [[block.block_id ?? "", Object.fromEntries(entries)] as const] : [];
    }),
  );
}

function initialInput(element: BlockElement): InputValue | undefined {
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
