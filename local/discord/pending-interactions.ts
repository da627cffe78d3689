import type { GuildContext } from "./guild-context.ts";
import { acknowledge } from "./limits.ts";
import type { Outcome } from "./people/outcome.ts";
import { findInteraction } from "./state/find.ts";
import type { Act, Answered, Interaction } from "./state/model.ts";

/** What people did that the app is to answer: interactions/receiving-and-responding */
export interface Interactions {
  /** Tells the app what somebody did, and waits for what they see of the answer. */
  open(draft: Draft, toPayload: (interaction: Interaction) => object): Promise<Outcome>;
  /** The app has answered. */
  settle(interaction: Interaction, answer: Answered, outcome: Outcome): void;
}

type Draft = Pick<Interaction, "user" | "channel"> & { readonly act: Act };

interface Parts {
  readonly core: GuildContext;
  /** Whether some app hears what happens. */
  readonly hasListener: () => boolean;
}

export function createInteractions({ core, hasListener }: Parts): Interactions {
  const waiting = new Map<string, (outcome: Outcome) => void>();

  const resolve = (id: string, outcome: Outcome) => {
    waiting.get(id)?.(outcome);
    waiting.delete(id);
  };
  const expire = ({ id, act }: Interaction) => {
    if (findInteraction(core, id)?.answer.kind !== "waiting") return;
    setAnswer(core, id, { kind: "expired" });
    resolve(id, { kind: "failed", shown: shownFor(act) });
  };

  return {
    open: (draft, toPayload) =>
      new Promise((settled) => {
        const interaction: Interaction = {
          ...draft,
          id: core.ids.next(),
          token: core.ids.token(),
          at: core.clock.now(),
          answer: { kind: "waiting" },
        };
        waiting.set(interaction.id, settled);
        core.state.change((data) => ({ ...data, interactions: [...data.interactions, interaction] }));
        if (!hasListener()) return expire(interaction);
        core.clock.after(acknowledge, () => expire(interaction));
        core.announce({ type: "INTERACTION_CREATE", data: toPayload(interaction) });
      }),
    settle: ({ id }, answer, outcome) => {
      setAnswer(core, id, answer);
      resolve(id, outcome);
    },
  };
}

function setAnswer({ state }: GuildContext, id: string, answer: Answered): void {
  state.change((data) => ({
    ...data,
    interactions: data.interactions.map((one) => (one.id === id ? { ...one, answer } : one)),
  }));
}

/** What Discord itself says when no answer comes. */
function shownFor({ kind }: Act): string {
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
