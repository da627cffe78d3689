import type { types } from "@slack/bolt";
import { callWithRetry } from "./retry.ts";
import type { WebApiContext } from "./web-api-context.ts";

/** Publishes a view as a person's App Home, in place of the earlier one. */
export async function publishHome(context: WebApiContext, user: string, view: types.HomeView): Promise<void> {
  const attempt = () => context.client.views.publish({ user_id: user, view });
  await context.queue(`home/${user}`, () => callWithRetry(context, view, { attempt }));
}
