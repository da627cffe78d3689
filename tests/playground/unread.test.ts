import { expect, it } from "vitest";
import type { Unread } from "../../playground/server/unread.ts";
import { inBrowser, phone } from "./browser.ts";
import { act, openPlayground } from "./open-playground.ts";
import { streamUntil } from "./stream-until.ts";

/** The unread marks once the stream contains them. */
async function unread(url: string): Promise<Unread> {
  const stream = await streamUntil(url, "event: waiting");
  const part = stream.split("\n\n").findLast((one) => one.startsWith("event: unread\n"));
  return JSON.parse(part?.split("data: ")[1] ?? "{}");
}

const look = (url: string, looked: object) =>
  fetch(`${url}/api/looked`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify(looked),
  });

it("in Slack, direct messages, mentions and threads of one's own are for a person; other words only mark their channel", async () => {
  const { url, workspace } = await openPlayground();
  const [alex, linh, sam] = (["alex", "linh", "sam"] as const).map((name) => workspace.person(name));
  const general = workspace.data.channels.find(({ name }) => name === "general")?.id ?? "";
  if (!alex || !linh || !sam) throw new Error("people are missing");
  const root = alex.says(general, "lunch?");
  sam.says(general, "yes", { thread: root.ts });
  sam.says(general, "@linh you too?");
  const marks = await unread(url);
  const place = { platform: "slack", place: general };
  const thread = { platform: "slack", place: `${general}/${root.ts}` };
  // A thread marks those who follow it.
  expect(marks.alex).toEqual([
    { ...thread, count: 1, direct: 1 },
    { ...place, count: 1, direct: 0 },
  ]);
  expect(marks.linh).toEqual([{ ...place, count: 2, direct: 1 }]);
  expect(marks.sam).toEqual([{ ...place, count: 1, direct: 0 }]);
  await look(url, { ...place, person: "linh" });
  const after = await unread(url);
  expect(after.linh).toEqual([]);
  expect(after.alex).toEqual(marks.alex);
});

it("in Discord, direct messages, mentions and joined threads are for a person", async () => {
  const { url, guild } = await openPlayground();
  const [alex, linh, sam] = (["alex", "linh", "sam"] as const).map((name) => guild.person(name));
  if (!alex || !linh || !sam) throw new Error("people are missing");
  const forum = guild.data.channels.find(({ kind }) => kind === "forum")?.id ?? "";
  const general = guild.data.channels.find((one) => one.kind === "text" && one.name === "general")?.id ?? "";
  const { thread } = alex.posts(forum, { title: "a car", text: "who has seen my car" });
  sam.says(thread.id, "not me");
  sam.says(general, "hello @linh");
  const marks = await unread(url);
  expect(marks.alex).toContainEqual({ platform: "discord", place: thread.id, count: 1, direct: 1 });
  expect(marks.linh).toEqual([{ platform: "discord", place: general, count: 1, direct: 1 }]);
  // Not what he wrote himself.
  expect(marks.sam).toEqual([{ platform: "discord", place: thread.id, count: 1, direct: 1 }]);
});

it("a look at an unknown place, platform or person changes nothing", async () => {
  const { url, workspace } = await openPlayground();
  workspace
    .person("sam")
    .says(workspace.data.channels.find(({ name }) => name === "general")?.id ?? "", "hi");
  const before = await unread(url);
  expect((await look(url, { platform: "slack", person: "alex", place: "nowhere" })).status).toBe(200);
  expect((await look(url, { platform: "none", person: "alex", place: "C1" })).status).toBe(200);
  expect((await look(url, { platform: "slack", person: "nobody", place: "C1" })).status).toBe(400);
  expect(await unread(url)).toEqual(before);
});

inBrowser("Unread marks", (open) => {
  it("tell of an answer elsewhere, in the place, the person, their accessible names and the title, until it is looked at", async () => {
    const { url, workspace } = await openPlayground();
    const page = await open(url, { viewport: phone });
    await page.getByRole("button", { name: "general" }).click();
    const { dm } = workspace.person("alex");
    await act(url, {
      platform: "slack",
      person: "alex",
      act: { kind: "says", channel: dm, text: "my window is stuck" },
    });
    const place = page.getByRole("button", { name: "signpost (1 unread message)" });
    await place.waitFor();
    await page.getByRole("button", { name: "Alex (writes English) (1 unread message)" }).waitFor();
    expect(await page.title()).toBe("(1) Signpost playground");
    // Another person sees that something waits for Alex.
    await page.getByRole("button", { name: /^Sam/ }).click();
    await page.getByRole("button", { name: /^Alex .*1 unread message/ }).click();
    await page.getByText("Do it.").waitFor();
    await expect.poll(() => page.title()).toBe("Signpost playground");
    expect(await place.count()).toBe(0);
    await page.reload();
    await page.getByText("Do it.").waitFor();
    expect(await page.getByText("unread").count()).toBe(0);
  });

  it("stand at a thread until it is opened", async () => {
    const { url } = await openPlayground();
    const page = await open(url);
    await page.getByRole("button", { name: "aws-help" }).click();
    await page.getByRole("textbox").fill("my window is stuck");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "1 reply (1 unread message)" }).click();
    await page.getByRole("region", { name: "Thread" }).getByText("Do it.").waitFor();
    await page.getByRole("button", { name: "1 reply", exact: true }).waitFor();
    expect(await page.title()).toBe("Signpost playground");
  });
});
