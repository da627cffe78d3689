import type { Core } from "../../../src/platform/adapter.ts";
import type { Incoming } from "../../../src/platform/incoming.ts";
import type { Outcome } from "../../../src/platform/outcome.ts";
import { parseHomeOpened } from "../parsing/parse-home.ts";
import { isDmPlace, readPlace } from "../place.ts";
import type { HandlerContext } from "./handler-context.ts";
import { suggestTopics } from "./suggest-topics.ts";

type FollowContext = Omit<HandlerContext, "core"> & {
  /** The team of the installation. */
  readonly team: () => string;
};

/**
 * The core, of which the App Home and the suggested prompts follow: when a person chooses a language anywhere else, the
 * topics are shown there again in it. An earlier answer in the App Home gives way to them. views.publish works for people
 * who never opened it, too (reference/methods/views.publish), so that nobody has to be remembered. What fails is logged.
 */
export function followLanguage(core: Core, context: FollowContext): Core {
  const follow = async (incoming: Incoming): Promise<void> => {
    const place = readPlace(incoming.address.data);
    const followers = { ...context, core };
    const { user } = place;
    const team = context.team();
    if (isDmPlace(place)) suggestTopics(followers, { team, user, channel: place.channel });
    if (place.kind !== "home")
      await republishHome(followers, parseHomeOpened(team, { user, event_ts: incoming.id }));
  };
  return {
    ...core,
    handle: async (incoming, options) => {
      const outcome = await core.handle(incoming, options);
      if (choosesLanguage(outcome)) context.background(follow(incoming));
      return outcome;
    },
  };
}

/** A choice that is not stored would not be followed by the next reply. */
function choosesLanguage({ effects, stored }: Outcome): boolean {
  return stored && effects.some(({ kind }) => kind === "language");
}

async function republishHome(
  { core, send, log }: HandlerContext,
  { incoming, place }: ReturnType<typeof parseHomeOpened>,
): Promise<void> {
  const { reply, complete } = await core.handle(incoming);
  if (reply.kind !== "answer") return;
  await complete(() =>
    send.toHome(place.user, reply.answer).catch((error: unknown) => {
      log.warn({ err: error }, "slack: App Home not shown in the chosen language");
    }),
  );
}
