import { describe, expect, it } from "vitest";
import { agentViewScope } from "../../../adapters/slack/agent-view.ts";
import { commandName, shortcutCallbackId } from "../../../adapters/slack/manifest-names.ts";
import type { WorkspaceOptions } from "../../../local/slack/options.ts";
import type { Workspace } from "../../../local/slack/workspace.ts";
import { agentApp, appOf, readManifest } from "./manifests.ts";
import { startSlack } from "./start-slack.ts";

const { json, manifest } = readManifest("manifest.json");
const { features, oauth_config, settings } = manifest;
const { scopes, events } = appOf(manifest);

/** Does something that is to be answered. What it returns looks for the answer. */
type Use = (workspace: Workspace) => Promise<() => unknown>;

/** What people do with the bot. */
const uses = {
  "a mention": async (workspace) => {
    const { ana, answered } = comeIn(workspace);
    const channel = workspace.channel("mention", { members: [ana] });
    ana.says(channel, "@signpost I lost my key");
    return answered(channel);
  },
  "a help channel": async (workspace) => {
    const { ana, help, answered } = comeIn(workspace);
    ana.says(help, "I lost my key");
    return answered(help);
  },
  "a private help channel": async (workspace) => {
    const { ana, hidden, answered } = comeIn(workspace);
    ana.says(hidden, "I lost my key");
    return answered(hidden);
  },
  "a direct message": async (workspace) => {
    const { ana, answered } = comeIn(workspace);
    ana.says(ana.dm, "I lost my key");
    return answered(ana.dm);
  },
  "an answer by direct message, where the bot is no member": async (workspace) => {
    const { bo, answeredTo } = comeIn(workspace);
    const foreign = workspace.channel("foreign", { members: [bo], hasApp: false });
    workspace.faults.next({ method: "response_url", kind: "serverError" });
    await bo.types(foreign, `${commandName} I lost my key`);
    return answeredTo(bo, bo.dm);
  },
  "a command": async (workspace) => {
    const { bo, answeredTo } = comeIn(workspace);
    const channel = workspace.channel("command", { members: [bo] });
    await bo.types(channel, commandName);
    return answeredTo(bo, channel);
  },
  "the App Home": async (workspace) => {
    const { ana } = comeIn(workspace);
    ana.opensHome();
    return () => workspace.home(ana);
  },
} satisfies Readonly<Record<string, Use>>;

function comeIn(workspace: Workspace) {
  const [ana, bo] = [workspace.person("ana"), workspace.person("bo")];
  const [help = "", hidden = ""] = workspace.data.channels.flatMap(({ id, kind }) =>
    kind === "im" ? [] : [id],
  );
  const answeredTo = (person: typeof ana, channel: string) => () =>
    workspace.messagesSeenBy(person, channel).find(({ botId }) => botId !== undefined);
  return { ana, bo, help, hidden, answeredTo, answered: (channel: string) => answeredTo(ana, channel) };
}

async function open(has: Pick<WorkspaceOptions, "agentView" | "scopes" | "events">) {
  const { workspace, slack } = await startSlack("socket", {
    workspace: has,
    prepare: (prepared) => {
      const members = [prepared.person("ana"), prepared.person("bo")];
      const help = prepared.channel("help", { members });
      const hidden = prepared.channel("hidden", { members, isPrivate: true });
      return { SLACK_HELP_CHANNELS: `${help},${hidden}` };
    },
  });
  /** Waits until every event is acknowledged and everything that came of it is sent; the bot has ended. */
  const settled = async () => {
    await workspace.until(() => (workspace.pendingEvents() === 0 ? true : undefined));
    await slack.stop();
  };
  return { workspace, settled };
}

const needsOfScopes: Readonly<Record<string, keyof typeof uses>> = {
  "app_mentions:read": "a mention",
  "channels:history": "a help channel",
  "chat:write": "a direct message",
  commands: "a command",
  "groups:history": "a private help channel",
  "im:history": "a direct message",
  "im:write": "an answer by direct message, where the bot is no member",
};

const needsOfEvents: Readonly<Record<string, keyof typeof uses>> = {
  app_home_opened: "the App Home",
  app_mention: "a mention",
  "message.channels": "a help channel",
  "message.groups": "a private help channel",
  "message.im": "a direct message",
};

describe("the manifest", () => {
  it("holds all that is needed: everything works, and no call lacks a scope", async () => {
    const { workspace } = await open({ scopes, events });
    for (const use of Object.values<Use>(uses)) await workspace.until(await use(workspace));
    const refused = workspace.calls.filter(({ answer }) => answer.error === "missing_scope");
    expect(refused).toEqual([]);
  });

  it("asks for no scope but these", () => {
    expect(scopes).toEqual(Object.keys(needsOfScopes));
    expect(Object.keys(oauth_config.scopes)).toEqual(["bot"]);
  });

  it.each(Object.entries(needsOfScopes))("needs the scope %s for %s", async (scope, need) => {
    const { workspace, settled } = await open({ scopes: scopes.filter((other) => other !== scope), events });
    const answer = await uses[need](workspace).catch((error: unknown) => {
      expect(String(error)).toContain("scope");
      return () => undefined;
    });
    await settled();
    expect(answer()).toBeUndefined();
  });

  it("subscribes to no event but these", () => {
    expect(events).toEqual(Object.keys(needsOfEvents));
  });

  it.each(Object.entries(needsOfEvents))("needs the event %s for %s", async (event, need) => {
    const { workspace, settled } = await open({ scopes, events: events.filter((other) => other !== event) });
    const answer = await uses[need](workspace);
    await settled();
    expect(answer()).toBeUndefined();
  });

  it("has the command and the shortcut that are listened to, and no others", () => {
    expect(features.slash_commands.map(({ command }) => command)).toEqual([commandName]);
    expect(features.shortcuts).toMatchObject([{ type: "message", callback_id: shortcutCallbackId }]);
  });

  it("lets people write direct messages, open the home and press buttons", () => {
    expect(features.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
    expect(settings.interactivity.is_enabled).toBe(true);
    expect(settings.socket_mode_enabled).toBe(true);
  });
});

describe("the manifest with the agent view", () => {
  const agent = readManifest("manifest.agent.json");

  it("is the other one with the agent view and its scope, and nothing else", () => {
    expect(agentApp).toMatchObject({ agentView: true, events });
    expect(agentApp.scopes).toContain(agentViewScope);
    expect(withoutAgentView(agent.json)).toEqual(json);
  });

  it("describes itself in at most 300 characters, as Slack demands", () => {
    const { agent_description: description = "" } = agent.manifest.features.agent_view ?? {};
    expect(description.length).toBeGreaterThan(0);
    expect(description.length).toBeLessThanOrEqual(300);
  });

  it("holds all that is needed: everything works, prompts are shown, and no call lacks a scope", async () => {
    const { workspace } = await open(agentApp);
    for (const use of Object.values<Use>({ ...uses, prompts })) await workspace.until(await use(workspace));
    expect(workspace.calls.filter(({ answer }) => answer.error === "missing_scope")).toEqual([]);
    expect(workspace.data.warnings).toEqual([]);
  });

  it("needs the scope assistant:write and the event app_home_opened for the prompts", async () => {
    for (const has of [
      { ...agentApp, scopes },
      { ...agentApp, events: ["message.im"] },
    ]) {
      const { workspace, settled } = await open(has);
      const shown = await prompts(workspace);
      await settled();
      expect(shown()).toBeUndefined();
    }
  });

  it("without its scope works like the other one", async () => {
    const { workspace } = await open({ ...agentApp, scopes });
    for (const use of Object.values<Use>(uses)) await workspace.until(await use(workspace));
    expect(workspace.calls.filter(({ answer }) => answer.error === "missing_scope")).toEqual([]);
  });
});

/** Where a person opens their direct messages, topics are suggested. */
async function prompts(workspace: Workspace) {
  const { ana } = comeIn(workspace);
  ana.opensHome("messages");
  return () => workspace.data.prompts[ana.dm];
}

/** A manifest's JSON without what the agent view adds. */
function withoutAgentView(given: unknown): unknown {
  return JSON.parse(JSON.stringify(given), (key, value: unknown) => {
    if (key === "agent_view") return undefined;
    return key === "bot" && Array.isArray(value) ? value.filter((scope) => scope !== agentViewScope) : value;
  });
}
