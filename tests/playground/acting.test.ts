import { createServer } from "node:http";
import { expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import type { DiscordView } from "../../playground/discord/view.ts";
import type { TurnDetail } from "../../playground/server/describe-turn.ts";
import { startPage } from "../../playground/server/page.ts";
import type { SlackView } from "../../playground/slack/view.ts";
import { listenOnLoopback } from "../support/loopback.ts";
import { act, look, openPlayground, openUnlearned } from "./open-playground.ts";
import { streamUntil } from "./stream-until.ts";

/** A person's latest view of a platform, once the stream contains `wanted`. */
async function viewOf<T = SlackView>(
  url: string,
  {
    platform,
    wanted,
    person,
  }: { readonly platform: string; readonly wanted: string; readonly person?: string },
): Promise<T> {
  const stream = await streamUntil(url, wanted, person);
  const parts = stream.split("\n\n").filter((part) => part.startsWith(`event: view/${platform}\n`));
  return JSON.parse(parts.at(-1)?.split("data: ")[1] ?? "{}");
}

it("a question in Slack's help channel is answered, in the payload that the workspace received", async () => {
  const { url, workspace } = await openPlayground();
  const channel = workspace.data.channels.find(({ name }) => name === "aws-help")?.id ?? "";
  await act(url, {
    platform: "slack",
    person: "alex",
    act: { kind: "says", channel, text: "my window is stuck" },
  });
  const view = await viewOf(url, { platform: "slack", wanted: "Do it." });
  const [question, answer] = view.channels.find(({ id }) => id === channel)?.messages ?? [];
  expect(answer).toMatchObject({ isBot: true, thread: question?.ts, isEphemeral: false });
  expect(answer?.blocks).toEqual(workspace.data.messages[channel]?.[1]?.blocks);
});

it("an ephemeral message is shown to its recipient alone", async () => {
  const { url, workspace } = await openPlayground();
  const channel = workspace.data.channels.find(({ name }) => name === "general")?.id ?? "";
  const command = "/aws-help my window is stuck";
  await act(url, { platform: "slack", person: "linh", act: { kind: "types", channel, command } });
  const own = await viewOf(url, { platform: "slack", wanted: "Do it.", person: "linh" });
  expect(own.channels.find(({ id }) => id === channel)?.messages[0]?.isEphemeral).toBe(true);
  const others = await viewOf(url, { platform: "slack", wanted: "event: knowledge" });
  expect(others.channels.find(({ id }) => id === channel)?.messages).toEqual([]);
});

it("a turn has its candidates, the entry's file, the facts, the time of each step and the API calls", async () => {
  const { url, guild } = await openPlayground();
  const { dm } = guild.person("alex");
  await act(url, {
    platform: "discord",
    person: "alex",
    act: { kind: "says", channel: dm, text: "my window is stuck" },
  });
  await streamUntil(url, '"step":"sent"');
  const view = await viewOf<DiscordView>(url, { platform: "discord", wanted: "event: knowledge" });
  const answer = view.channels.find(({ id }) => id === dm)?.messages.at(-1);
  const { turn, calls } = await look<TurnDetail>(url, `/api/turns/${encodeURIComponent(answer?.turn ?? "")}`);
  expect(turn).toMatchObject({
    platform: "discord",
    input: { kind: "question", text: "my window is stuck" },
    outcome: "answer",
    entry: { id: "stuck-window" },
    reply: { kind: "answer", audience: "all" },
    why: "addressed",
    scope: { ours: 1, names: { ours: [], hint: [], used: [], others: [], unknown: [] } },
    facts: [{ kind: "asked" }, { kind: "answered", entry: "stuck-window" }],
  });
  expect(turn.entry?.file).toMatch(/stuck-window\/en\.md$/);
  expect(turn.candidates[0]).toMatchObject({ id: "stuck-window" });
  expect(turn.steps.map(({ step }) => step)).toEqual(["recalled", "answered", "stored", "sent"]);
  expect(calls.map(({ name }) => name)).toContain(`POST /channels/${dm}/messages`);
});

it("a reply that nobody asked for has its reason", async () => {
  const { url, workspace } = await openPlayground();
  const channel = workspace.data.channels.find(({ name }) => name === "aws-help")?.id ?? "";
  const says = (text: string) =>
    act(url, { platform: "slack", person: "alex", act: { kind: "says", channel, text } });
  await says("my window is stuck");
  expect(await streamUntil(url, '"step":"answered"')).toContain('"why":"sure"');
});

it("a silence has its reason", async () => {
  const { url, workspace } = await openPlayground();
  const channel = workspace.data.channels.find(({ name }) => name === "aws-help")?.id ?? "";
  await act(url, {
    platform: "slack",
    person: "alex",
    act: { kind: "says", channel, text: "who has seen my cat" },
  });
  expect(await streamUntil(url, '"kind":"silence"')).toContain("it is not surely ours");
});

it("a Discord command offers matching choices while its option is typed", async () => {
  const { url, guild } = await openPlayground();
  const channel = guild.data.channels.find((one) => one.kind === "text")?.id ?? "";
  const typing = { kind: "completes", channel, command: "aws-help", option: "question", value: "key" };
  const { body } = await act(url, { platform: "discord", person: "alex", act: typing });
  const names = z.object({ outcome: z.object({ choices: z.array(z.object({ name: z.string() })) }) });
  expect(names.parse(body).outcome.choices.map(({ name }) => name)).toContain("I lost the key");
});

it("a Discord command is described in the language that the person has set", async () => {
  const { url, guild } = await openPlayground();
  await act(url, { platform: "discord", person: "alex", act: { kind: "speaks", locale: "vi" } });
  const view = await viewOf<DiscordView>(url, { platform: "discord", wanted: '"locale":"vi"' });
  expect(view.commands[0]?.description).toBe("Trợ giúp đăng nhập AWS");
  expect(guild.data.users.find(({ username }) => username === "alex")?.locale).toBe("vi");
});

it("what is asked before the bot has learned is answered once it has", async () => {
  const asked: Promise<unknown>[] = [];
  const { url } = await openUnlearned((opened) => {
    asked.push(streamUntil(opened, '"kind":"learning","seconds":2'), askInHelpChannel(opened));
  });
  await Promise.all(asked);
  const view = await viewOf(url, { platform: "slack", wanted: "Do it." });
  expect(view.channels.find(({ name }) => name === "aws-help")?.messages).toHaveLength(2);
});

it("if its port is taken, the page uses the next free one", async () => {
  const other = createServer();
  onTestFinished(() => void other.close());
  const port = await listenOnLoopback(other);
  const nothing = {
    knowledge: () => ({ kind: "learning" }) as const,
    whenReady: async () => {},
    turns: () => [],
    entries: () => ({ entries: [], warnings: [] }),
    entry: () => undefined,
    score: () => undefined,
    unanswered: async () => [],
    onChange: () => () => {},
  };
  const page = await startPage({ platforms: [], coreView: nothing, port });
  onTestFinished(() => page.close());
  expect(Number(new URL(page.url).port)).toBeGreaterThan(port);
  expect((await fetch(page.url)).status).toBe(200);
});

async function askInHelpChannel(url: string): Promise<void> {
  const { channels } = await viewOf(url, { platform: "slack", wanted: "event: view/slack" });
  const channel = channels.find(({ name }) => name === "aws-help")?.id;
  const saying = { kind: "says", channel, text: "my window is stuck" };
  await act(url, { platform: "slack", person: "alex", act: saying });
}
