import type { types, webApi } from "@slack/bolt";
import { readApiFailure } from "./api-failure.ts";
import type { CallContext } from "./web-api-context.ts";

interface ViewRequest {
  readonly trigger_id: string;
  readonly view: types.ModalView;
}

/**
 * Opens a modal. After a fault of Slack's it is tried once more at once, since the trigger expires after 3 s; that the
 * trigger is used then says that the first call has opened it.
 * @throws the SDK's error if it was not opened
 */
export async function openView(
  { client, onFailure }: Pick<CallContext, "onFailure"> & { readonly client: webApi.WebClient },
  request: ViewRequest,
): Promise<void> {
  try {
    await client.views.open(request);
  } catch (error) {
    const failure = readApiFailure(error);
    onFailure(failure);
    if (failure.kind !== "passes" && failure.kind !== "unknownOutcome") throw error;
    await client.views.open(request).catch((again: unknown) => {
      const second = readApiFailure(again);
      if (!("code" in second) || !usedTriggerCodes.includes(second.code)) throw again;
    });
  }
}

const usedTriggerCodes = ["exchanged_trigger_id", "trigger_exchanged"];
