import { onTestFinished } from "vitest";
import { startWorkspace } from "../../../local/slack/workspace.ts";
import type { OpenStage } from "../../contracts/adapter.ts";
import { readMessage } from "./read-message.ts";
import { startBot, type Transport } from "./start-slack.ts";

/** No message.channels: then a mention is told of once, by app_mention, and that is what is doubled. */
const events = ["app_home_opened", "app_mention", "message.im"];

/** A channel of the local workspace as the stage of the contract suite: the bot is mentioned there. */
export function stageOn(transport: Transport): OpenStage {
  return async (core, adapt) => {
    const workspace = await startWorkspace({ burst: Number.POSITIVE_INFINITY, events });
    onTestFinished(() => workspace.close());
    const people = { asker: workspace.person("ana"), other: workspace.person("bo") };
    const channel = workspace.channel("general", { members: Object.values(people) });
    const start = () => startBot(workspace, { transport, core, adapt });
    let bot = await start();
    const seenBy = (who: keyof typeof people) =>
      workspace.messagesSeenBy(people[who], channel).filter(({ botId }) => botId !== undefined);
    return {
      adapter: () => bot.slack,
      say: (who, text, how) => {
        if (how === "twice") workspace.faults.duplicateNextEvent();
        people[who].says(channel, `@signpost ${text}`);
      },
      press: async (who, label) => {
        const [message] = seenBy(who);
        if (message) await people[who].presses(message, label);
      },
      read: (who) => {
        const [remark] = workspace.data.warnings;
        if (remark !== undefined) throw new Error(`Slack shows it wrongly: ${remark}`);
        return seenBy(who).map(readMessage);
      },
      told: () => workspace.until(() => (workspace.pendingEvents() === 0 ? true : undefined)),
      restart: async () => {
        await bot.slack.stop();
        bot = await start();
      },
    };
  };
}
