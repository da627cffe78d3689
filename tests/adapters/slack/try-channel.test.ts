import { describe, expect, it, onTestFinished } from "vitest";
import { doctor } from "../../../cli/doctor.ts";
import { defaultScopes, type WorkspaceOptions } from "../../../local/slack/options.ts";
import { startWorkspace, type Workspace } from "../../../local/slack/workspace.ts";
import { runHere } from "../../cli/command.ts";

/** The lines that a try of a channel in a workspace of its own prints, and what it left there. */
async function tryIn(
  prepare: (workspace: Workspace) => { readonly channel: string; readonly to?: string },
  options: WorkspaceOptions = {},
  settings: Readonly<Record<string, string>> = {},
) {
  const workspace = await startWorkspace(options);
  onTestFinished(() => workspace.close());
  const { channel, to } = prepare(workspace);
  const { botToken, appToken, apiUrl } = workspace;
  const { code, stdout } = await runHere(doctor, {
    arguments: ["--try", channel, ...(to === undefined ? [] : ["--to", to])],
    environment: { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: apiUrl, ...settings },
  });
  const lines = stdout.trim().split("\n").slice(1);
  const texts = Object.values(workspace.data.messages).flatMap((messages) =>
    messages.map(({ text }) => text),
  );
  return { workspace, channel, to, code, lines: lines.map((line) => line.replace(/^slack +/, "")), texts };
}

const scopesExcept = (...without: readonly string[]) => defaultScopes.filter((one) => !without.includes(one));
const unreadable = (channel: string) =>
  `ok     what ${channel} is called can't be read without channels:read, which is not needed`;

describe("npm run doctor -- --try, on Slack", () => {
  it("posts, edits and deletes a message, sends a direct message, and says each step", async () => {
    const { workspace, channel, to, code, lines, texts } = await tryIn((here) => ({
      channel: here.channel("help"),
      to: here.person("ana").id,
    }));
    expect(lines.slice(2)).toEqual([
      `ok     the token's scopes: ${defaultScopes.join(", ")}`,
      unreadable(channel),
      `ok     posted a message in ${channel}`,
      "ok     edited it",
      "ok     deleted it",
      `ok     sent ${to} a direct message, which stays`,
    ]);
    expect(code).toBe(0);
    expect(texts).toEqual([expect.stringMatching(/^This is a test by whoever runs me\. .* reach you/)]);
    expect(workspace.data.warnings).toEqual([]);
    expect(workspace.connections()).toBe(0);
  });

  it("says in the message what it is, before and after it is edited, in the default language", async () => {
    const { workspace } = await tryIn(
      (here) => ({ channel: here.channel("help") }),
      {},
      { DEFAULT_LOCALE: "vi" },
    );
    const sent = workspace.calls.flatMap(({ method, args }) =>
      method === "chat.postMessage" || method === "chat.update" ? [String(args.text)] : [],
    );
    expect(sent).toEqual([expect.stringContaining("gửi thử"), expect.stringContaining("sửa lại")]);
  });

  it("tells the channel's name and kind where the app may read them", async () => {
    const scopes = [...defaultScopes, "groups:read", "channels:read"];
    const hidden = await tryIn((here) => ({ channel: here.channel("team", { isPrivate: true }) }), {
      scopes,
    });
    expect(hidden.lines[3]).toBe(`ok     ${hidden.channel} is #team: private, the bot is in it`);
    const outside = await tryIn((here) => ({ channel: here.channel("all", { hasApp: false }) }), { scopes });
    expect(outside.lines[3]).toBe(`ok     ${outside.channel} is #all: public, the bot is not in it`);
  });

  it.each([
    ["is not in the channel", { hasApp: false }, "not_in_channel", "invite the bot: /invite @Signpost"],
    ["does not see it", { hasApp: false, isPrivate: true }, "channel_not_found", "check the id"],
  ])("says what to do where the bot %s, and tries no more there", async (_, options, error, remedy) => {
    const { channel, to, code, lines } = await tryIn((here) => ({
      channel: here.channel("help", options),
      to: here.person("ana").id,
    }));
    expect(lines.slice(4)).toEqual([
      expect.stringMatching(`FAULT  no message could be posted in ${channel} \\(${error}\\): ${remedy}`),
      `ok     sent ${to} a direct message, which stays`,
    ]);
    expect(code).toBe(1);
  });

  it("does not know a channel of another workspace, or one that is archived", async () => {
    const unknown = await tryIn(() => ({ channel: "slack:C0UNKNOWN" }));
    expect(unknown.lines.at(-1)).toMatch(/no message could be posted in C0UNKNOWN \(channel_not_found\)/);
    const archived = await tryIn((here) => {
      const channel = here.channel("old");
      here.archive(channel);
      return { channel };
    });
    expect(archived.lines.at(-1)).toMatch(/\(is_archived\): unarchive the channel/);
  });

  it("names the scope that posting needs", async () => {
    const { lines, code } = await tryIn((here) => ({ channel: here.channel("help") }), {
      scopes: scopesExcept("chat:write"),
    });
    expect(lines.join("\n")).toMatch(/^FAULT {2}the scope chat:write is missing: add it/m);
    expect(lines.at(-1)).toMatch(/\(missing_scope: chat:write\): add it under OAuth & Permissions/);
    expect(code).toBe(1);
  });

  it("names the scope that a direct message needs, and whom it does not know", async () => {
    const shut = await tryIn((here) => ({ channel: here.channel("help"), to: here.person("ana").id }), {
      scopes: scopesExcept("im:write"),
    });
    expect(shut.lines.at(-1)).toMatch(/^FAULT {2}no direct message .* \(missing_scope: .*im:write/);
    const nobody = await tryIn((here) => ({ channel: here.channel("help"), to: "slack:U0NOBODY" }));
    expect(nobody.lines.at(-1)).toBe(
      "FAULT  no direct message could be sent to U0NOBODY (user_not_found): check the id: profile > More > Copy member ID",
    );
  });

  it("deletes what it could not edit", async () => {
    const { lines, texts, code } = await tryIn((here) => {
      here.faults.next({ method: "chat.update", kind: "refused", error: "cant_update_message" });
      return { channel: here.channel("help") };
    });
    expect(lines.slice(-2)).toEqual([
      expect.stringMatching(/^FAULT {2}it could not be edited \(cant_update_message\)/),
      "ok     deleted it",
    ]);
    expect(texts).toEqual([]);
    expect(code).toBe(1);
  });

  it("says that the message still stands where it can't be deleted, and the message says so itself", async () => {
    const { lines, texts, channel } = await tryIn((here) => {
      here.faults.next({ method: "chat.delete", kind: "refused", error: "cant_delete_message" });
      return { channel: here.channel("help") };
    });
    expect(lines.at(-1)).toMatch(
      `FAULT  it could not be deleted, so delete it by hand in ${channel} (cant_delete_message)`,
    );
    expect(texts).toEqual([expect.stringContaining("please ignore it or delete it")]);
  });

  it("tries nothing with a token that is refused", async () => {
    const workspace = await startWorkspace();
    onTestFinished(() => workspace.close());
    const { stdout, code } = await runHere(doctor, {
      arguments: ["--try", workspace.channel("help")],
      environment: {
        SLACK_BOT_TOKEN: "xoxb-revoked",
        SLACK_APP_TOKEN: workspace.appToken,
        SLACK_API_URL: workspace.apiUrl,
      },
    });
    expect(stdout).toMatch(/^slack {4}FAULT {2}SLACK_BOT_TOKEN is refused \(invalid_auth\)[^\n]*\n$/);
    expect(code).toBe(1);
    expect(workspace.calls.map(({ method }) => method)).toEqual(["auth.test"]);
  });
});
