import type { WorkspaceOptions } from "../../../local/slack/options.ts";
import type { Workspace } from "../../../local/slack/workspace.ts";
import type { Logger } from "../../../src/lib/logger.ts";
import type { Core } from "../../../src/platform/adapter.ts";
import { startSlack, type Transport } from "./start-slack.ts";

interface Opening {
  readonly core?: Core;
  readonly log?: Logger;
  readonly prepare?: (workspace: Workspace) => Readonly<Record<string, string>>;
  readonly workspace?: WorkspaceOptions;
}

/** A channel with ana and bo in it, and what the bot said to whom. */
export async function openChannel(transport: Transport, { workspace: options, ...others }: Opening = {}) {
  const started = await startSlack(transport, {
    workspace: { burst: Number.POSITIVE_INFINITY, ...options },
    ...others,
  });
  const { workspace } = started;
  const [ana, bo] = [workspace.person("ana"), workspace.person("bo")];
  const channel = workspace.channel("general", { members: [ana, bo] });
  const said = (where = channel, person = ana) =>
    workspace.messagesSeenBy(person, where).filter(({ botId }) => botId !== undefined);
  const answer = (where = channel, index = 0, person = ana) =>
    workspace.until(() => said(where, person)[index]);
  /** Waits until everything was told, and everything that came of it was sent. */
  const settled = async () => {
    await workspace.until(() => (workspace.pendingEvents() === 0 ? true : undefined));
    await started.slack.stop();
  };
  return { ...started, ana, bo, channel, said, answer, settled };
}
