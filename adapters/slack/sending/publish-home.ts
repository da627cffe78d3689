import type { types } from "@slack/bolt";
import { callWithRetry } from "./retry.ts";
import type { WebApiContext } from "./web-api-context.ts";

/** Publishes a view as a person's App Home, in place of the earlier one. */
export async function publishHome(
  { client, log, queue }: WebApiContext,
  user: string,
  view: types.HomeView,
): Promise<void> {
  await queue(`home/${user}`, () =>
    callWithRetry(log, view, { attempt: () => client.views.publish({ user_id: user, view }) }),
  );
}
