import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import type {
  EntryList,
  EntryText,
  ScoredQuestion,
  UnansweredGroup,
} from "../../playground/server/core-view.ts";
import { smallPack } from "../support/small-pack.ts";
import { act, look, openPlayground } from "./open-playground.ts";
import { streamUntil } from "./stream-until.ts";

const windowFile = "stuck-window/en.md";
const packFiles: Readonly<Record<string, string>> = smallPack;
const saying = (step: string) => (packFiles[windowFile] ?? "").replace("Do it.", step);

it("a saved file is reloaded, and its entry shows the new text", async () => {
  const { url, folder } = await openPlayground();
  const changed = streamUntil(url, '"kind":"reading"');
  writeFileSync(path.join(folder, windowFile), saying("Push the window."));
  await changed;
  await streamUntil(url, '"kind":"ready"');
  const texts = await look<readonly EntryText[]>(url, "/api/entries/stuck-window");
  expect(JSON.stringify(texts)).toContain("Push the window.");
});

it("a saved file with a fault is reported, and the previous knowledge keeps answering", async () => {
  const { url, folder, guild } = await openPlayground();
  const faulty = streamUntil(url, '"kind":"faulty"');
  writeFileSync(path.join(folder, "stuck-window/entry.yaml"), "kind: anser\n");
  expect(await faulty).toMatch(/stuck-window\/entry\.yaml:1: kind: must be answer/);
  const { dm } = guild.person("alex");
  await act(url, {
    platform: "discord",
    person: "alex",
    act: { kind: "says", channel: dm, text: "my window is stuck" },
  });
  await streamUntil(url, "Do it.");
});

it("every entry is listed with its titles, phrases and warnings", async () => {
  const { url } = await openPlayground();
  const { entries } = await look<EntryList>(url, "/api/entries");
  expect(entries.map(({ id }) => id).sort()).toEqual(["home", "lost-key", "stuck-window"]);
  const entry = entries.find(({ id }) => id === "stuck-window");
  expect(entry).toMatchObject({
    kind: "answer",
    titles: { en: "The window does not open" },
    phrases: { en: 4 },
  });
  expect(entry?.warnings.join("\n")).toContain("verified: give the date");
});

it("a question is scored against every entry", async () => {
  const { url } = await openPlayground();
  const { outcome, candidates } = await look<ScoredQuestion>(
    url,
    "/api/score?question=my%20window%20is%20stuck",
  );
  const [first, second] = candidates;
  expect(outcome).toBe("answer");
  expect(first?.id).toBe("stuck-window");
  expect(first?.confidence).toBeGreaterThan(second?.confidence ?? 1);
});

it("an unanswered question is listed, masked", async () => {
  const { url, guild } = await openPlayground();
  const { dm } = guild.person("alex");
  const text = "write to me@example.com where the cat sleeps";
  await act(url, { platform: "discord", person: "alex", act: { kind: "says", channel: dm, text } });
  await streamUntil(url, '"step":"sent"');
  const groups = await look<readonly UnansweredGroup[]>(url, "/api/unanswered");
  expect(groups).toHaveLength(1);
  expect(groups[0]?.examples[0]).toContain("where the cat sleeps");
  expect(groups[0]?.examples[0]).not.toContain("me@example.com");
});
