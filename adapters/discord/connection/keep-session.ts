import type { ClientOptions } from "discord.js";
import type { SessionKeeper } from "../catch-up/session-keeper.ts";

type BuildStrategy = NonNullable<NonNullable<ClientOptions["ws"]>["buildStrategy"]>;

interface KeepOptions {
  readonly keeper: Pick<SessionKeeper, "update">;
  /** Whether the process is ending, so that the next one may go on with the session. */
  readonly isStopped: () => boolean;
}

/** A close code that leaves the session resumable; 1000 and 1001 end it: events/gateway#disconnecting */
const resumableCloseCode = 4200;

/** Tells the keeper of each shard's session after each event, and leaves the sessions resumable at the end. */
export function keepSession(build: BuildStrategy, { keeper, isStopped }: KeepOptions): BuildStrategy {
  return (manager) => {
    const { updateSessionInfo } = manager.options;
    manager.options.updateSessionInfo = (shard, session) => {
      if (!isStopped()) keeper.update(shard, session);
      return updateSessionInfo(shard, session);
    };
    const strategy = build(manager);
    return Object.assign(Object.create(strategy), {
      destroy: (options: Parameters<typeof strategy.destroy>[0]) =>
        strategy.destroy(isStopped() ? { ...options, code: resumableCloseCode } : options),
    });
  };
}
