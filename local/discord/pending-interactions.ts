import type { GuildContext } from "./guild-context.ts";
import { acknowledgeTimeoutMs } from "./limits.ts";
import type { DiscordOutcome } from "./people/outcome.ts";
import { findInteraction } from "./state/find.ts";
import type { InteractionAction, InteractionAnswer, InteractionRecord } from "./state/model.ts";

/** Interactions that wait for the app's response: interactions/receiving-and-responding */
export interface PendingInteractions {
  /** Sends an interaction to the app. Resolves with what the person sees of the response. */
  dispatch(
    interaction: NewInteraction,
    toPayload: (interaction: InteractionRecord) => object,
  ): Promise<DiscordOutcome>;
  /** Called when the app has responded. */
  complete(interaction: InteractionRecord, answer: InteractionAnswer, outcome: DiscordOutcome): void;
}

type NewInteraction = Pick<InteractionRecord, "user" | "channel"> & { readonly action: InteractionAction };

interface PendingInteractionsOptions {
  readonly context: GuildContext;
  /** Whether the app has a session. */
  readonly hasSession: () => boolean;
}

export function createPendingInteractions({
  context,
  hasSession,
}: PendingInteractionsOptions): PendingInteractions {
  const pending = new Map<string, (outcome: DiscordOutcome) => void>();

  const settle = (id: string, outcome: DiscordOutcome) => {
    pending.get(id)?.(outcome);
    pending.delete(id);
  };
  const expire = ({ id, action }: InteractionRecord) => {
    if (findInteraction(context, id)?.answer.kind !== "waiting") return;
    setAnswer(context, id, { kind: "expired" });
    settle(id, { kind: "failed", shown: failureTextFor(action) });
  };

  return {
    dispatch: (newInteraction, toPayload) =>
      new Promise((resolveOutcome) => {
        const interaction: InteractionRecord = {
          ...newInteraction,
          id: context.ids.next(),
          token: context.ids.token(),
          at: context.clock.now(),
          answer: { kind: "waiting" },
        };
        pending.set(interaction.id, resolveOutcome);
        context.state.change((data) => ({ ...data, interactions: [...data.interactions, interaction] }));
        if (!hasSession()) return expire(interaction);
        context.clock.after(acknowledgeTimeoutMs, () => expire(interaction));
        context.announce({ type: "INTERACTION_CREATE", data: toPayload(interaction) });
      }),
    complete: ({ id }, answer, outcome) => {
      setAnswer(context, id, answer);
      settle(id, outcome);
    },
  };
}

function setAnswer({ state }: GuildContext, id: string, answer: InteractionAnswer): void {
  state.change((data) => ({
    ...data,
    interactions: data.interactions.map((one) => (one.id === id ? { ...one, answer } : one)),
  }));
}

/** Discord's own text when no response arrives in time. */
function failureTextFor({ kind }: InteractionAction): string {
  switch (kind) {
    case "command":
    case "contextMenu":
      return "The application did not respond";
    case "component":
      return "This interaction failed";
    case "autocomplete":
      return "Loading options failed";
    case "submission":
      return "Something went wrong. Try again.";
  }
}
