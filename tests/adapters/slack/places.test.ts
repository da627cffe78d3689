import { expect, it } from "vitest";
import { startSlack } from "./start-slack.ts";

let help = "";
it("walks", async () => {
  const { workspace } = await startSlack("socket", {
    workspace: { burst: Number.POSITIVE_INFINITY },
    prepare: (w) => { help = w.channel("help", { members: [w.person("ana"), w.person("bo")] }); return { SLACK_HELP_CHANNELS: `${help}:all` }; },
  });
  const ana = workspace.person("ana");
  const bo = workspace.person("bo");
  const show = (who = ana, where = help) =>
    workspace
      .messagesSeenBy(who, where)
      .map(
        (m) =>
          `${m.user === ana.id ? "ana" : m.user === bo.id ? "bo" : "bot"}${m.thread_ts ? " (thread)" : ""}: ${m.text.slice(0, 60).replaceAll("\n", "|")} [${JSON.stringify(m.blocks).match(/"text":"[^"]*","emoji":false\},"(accessibility_label|action_id|value)/g)?.length ?? 0}]`,
      );
  console.log(await ana.types(help, "/aws-help I lost my key"));
  await workspace.until(() => workspace.messagesSeenBy(ana, help)[0]);
  console.log(show());
  const first = workspace.messagesSeenBy(ana, help)[0]!;
  console.log(JSON.stringify(first.blocks, null, 1));
  console.log(await ana.presses(first, "Share with the channel"));
  await workspace.until(() => workspace.messagesSeenBy(ana, help)[1]);
  console.log(await ana.presses(first, "Still stuck"));
  await new Promise((r) => setTimeout(r, 300));
  console.log(show());
  ana.says(help, "I lost my key, what now");
  await new Promise((r) => setTimeout(r, 500));
  console.log(show(), show(bo));
  ana.says(ana.dm, "I lost my key");
  await workspace.until(() => workspace.messagesSeenBy(ana, ana.dm)[1]);
  await ana.presses(workspace.messagesSeenBy(ana, ana.dm)[1]!, "Still stuck");
  await new Promise((r) => setTimeout(r, 1500));
  console.log(show(ana, ana.dm));
  ana.opensHome();
  await workspace.until(() => workspace.home(ana));
  console.log(JSON.stringify(workspace.home(ana)?.blocks).slice(0, 600));
  console.log(
    workspace.data.remarks,
    workspace.calls
      .filter((c) => JSON.stringify(c).includes("error"))
      .map((c) => JSON.stringify(c).slice(0, 300)),
  );
  expect(1).toBe(1);
}, 20000);
