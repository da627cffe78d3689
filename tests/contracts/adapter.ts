import { describe, expect, it } from "vitest";
import type { Adapter, Core } from "../../src/platform/adapter.ts";
import { until } from "../support/until.ts";
import { createScriptedCore, echo, echoes, privately, quietly, type ScriptedCore } from "./scripted-core.ts";

/** Two people in a place where the bot can be asked and everybody reads along. */
type Who = "asker" | "other";

/** What a platform's test does for the suite: people act, and it is read what they see. */
export interface Stage {
  readonly adapter: () => Adapter;
  /** Somebody asks the bot; with `twice` the platform tells of it two times. */
  say(who: Who, text: string, how?: "twice"): void;
  /** Somebody presses a button of the first message that they see. */
  press(who: Who, label: string): Promise<void>;
  /** What the bot said, as somebody reads it: marks that the platform obeys are gone from it. Oldest first. */
  read(who: Who): readonly string[];
  /** Resolves when the platform has nothing left to tell. */
  told(): Promise<unknown>;
  /** Ends the adapter and starts it anew with the same core. */
  restart(): Promise<void>;
}

/** @param adapt put between the core and the adapter, each time it starts */
export type OpenStage = (core: Core, adapt?: (adapter: Adapter) => Adapter) => Promise<Stage>;

/** What every adapter has to keep to. */
export function testAdapter(name: string, open: OpenStage): void {
  describe(`the ${name} adapter`, () => {
    for (const [fact, check] of Object.entries<Check>(facts)) it(fact, () => check(open));
  });
}

/** @param adapt stands between the stage and its adapter */
type Check = (open: OpenStage, adapt?: (adapter: Adapter) => Adapter) => Promise<void>;

/** The suite, fact by fact, for adapters that are broken on purpose. */
export const facts = {
  "a question is answered once": async (open, adapt) => {
    const { stage } = await begin(open, adapt);
    stage.say("asker", "hello");
    await finish(stage);
    expect(stage.read("asker").length).toBe(1);
    expect(stage.read("other")).toEqual(stage.read("asker"));
  },

  "an event that is told twice is answered once": async (open, adapt) => {
    const { stage } = await begin(open, adapt);
    stage.say("asker", "hello", "twice");
    await finish(stage);
    expect(stage.read("asker").length).toBe(1);
  },

  "two questions are answered in their order": async (open, adapt) => {
    const { stage } = await begin(open, adapt);
    stage.say("asker", "number one");
    stage.say("asker", "number two");
    await finish(stage);
    const said = stage.read("asker").map((words) => words.match(/number \w+/)?.[0]);
    expect(said).toEqual(["number one", "number two"]);
  },

  "an answer delivered twice with one key is seen once": async (open, adapt) => {
    const { core, stage } = await begin(open, adapt);
    const deliver = await deliverTo(core, stage);
    await deliver("all");
    await deliver("all");
    await stage.restart();
    await deliver("all");
    expect(late(stage.read("other"))).toBe(1);
  },

  "a private answer delivered twice with one key is seen once": async (open, adapt) => {
    const { core, stage } = await begin(open, adapt);
    const deliver = await deliverTo(core, stage);
    await deliver("asker");
    await deliver("asker");
    expect(late(stage.read("asker"))).toBe(1);
  },

  "an answer that was sent before the end of the process is not sent again": async (open, adapt) => {
    const { core, stage } = await begin(open, adapt);
    stage.say("asker", "hello");
    await finish(stage);
    await stage.restart();
    const [incoming] = core.heard;
    if (!incoming) throw new Error("nothing was heard");
    await stage.adapter().deliver(incoming.address, echo("hello"), { audience: "all", key: incoming.id });
    expect(stage.read("other").length).toBe(1);
  },

  "what is for the asker is seen by nobody else": async (open, adapt) => {
    const { core, stage } = await begin(open, adapt);
    stage.say("asker", privately);
    const deliver = await deliverTo(core, stage);
    await deliver("asker");
    expect(stage.read("other")).toEqual([]);
    expect(late(stage.read("asker"))).toBe(1);
  },

  "silence sends nothing": async (open, adapt) => {
    const { core, stage } = await begin(open, adapt);
    stage.say("asker", quietly);
    await finish(stage);
    expect(core.heard.length).toBe(1);
    expect(stage.read("asker")).toEqual([]);
  },

  "an answered event is at rest": async (open, adapt) => {
    const { core, stage } = await begin(open, adapt);
    stage.say("asker", "hello");
    stage.say("asker", quietly);
    await until(() => stage.read("asker")[0]);
    await stage.press("asker", "Go on");
    await finish(stage);
    expect(core.heard.length).toBe(3);
    expect(await core.unsettled()).toEqual([]);
  },

  "a press is answered, also on a message from before a restart": async (open, adapt) => {
    const { stage } = await begin(open, adapt);
    stage.say("asker", "hello");
    await finish(stage);
    await stage.restart();
    await stage.press("asker", "Go on");
    await finish(stage);
    expect(stage.read("asker").at(-1)).toContain("pressed");
  },

  "the end waits for what is under way": async (open, adapt) => {
    const { core, stage } = await begin(open, adapt);
    core.hold();
    stage.say("asker", "hello");
    await until(() => core.heard[0]);
    const stopped = stage.adapter().stop();
    core.release();
    await stopped;
    expect(stage.read("asker").length).toBe(1);
    expect(await core.unsettled()).toEqual([]);
  },

  "the end waits for a press that is under way": async (open, adapt) => {
    const { core, stage } = await begin(open, adapt);
    stage.say("asker", "hello");
    await until(() => stage.read("asker")[0]);
    core.hold();
    await stage.press("asker", "Go on");
    await until(() => core.heard[1]);
    const stopped = stage.adapter().stop();
    core.release();
    await stopped;
    expect(stage.read("asker").at(-1)).toContain("pressed");
    expect(await core.unsettled()).toEqual([]);
  },

  "nobody's words are markup": async (open, adapt) => {
    const { core, stage } = await begin(open, adapt);
    stage.say("asker", quietly);
    await until(() => core.heard[0]);
    const [incoming] = core.heard;
    if (!incoming) throw new Error("nothing was heard");
    for (const [index, words] of hostile.entries()) {
      const how = { audience: "asker", key: `hostile-${index}` } as const;
      await stage.adapter().deliver(incoming.address, echo(words), how);
      expect(stage.read("asker").at(-1)?.split(words).length).toBe(echoes + 1);
    }
  },
} satisfies Readonly<Record<string, Check>>;

/** Formatting, mentions, links and what breaks out of code, in the dialects of the platforms. */
const hostile = [
  "*bold* _slanted_ ~gone~ **bold** __under__ ||hidden||",
  "`code` ```block``` and ` alone",
  "<!channel> <!here> <@U0000000001> <#C0000000001|general> @everyone @here",
  "<https://evil.example|your bank> [your bank](https://evil.example)",
  "&lt;!channel&gt; &amp;amp; a & b < c > d",
  "# heading > quote - list 1. steps :smile: <t:0:R>",
];

async function begin(open: OpenStage, adapt?: (adapter: Adapter) => Adapter) {
  const core = createScriptedCore();
  return { core, stage: await open(core, adapt) };
}

/** All was told, and all that was under way is done. */
async function finish(stage: Stage): Promise<void> {
  await stage.told();
  await stage.adapter().stop();
  await stage.restart();
}

/** Delivers a late answer, under one key, to where the first question was asked. */
async function deliverTo(core: ScriptedCore, stage: Stage) {
  if (core.heard.length === 0) stage.say("asker", quietly);
  const { address } = await until(() => core.heard[0]);
  return (audience: "all" | "asker") =>
    stage.adapter().deliver(address, echo("late"), { audience, key: "k" });
}

function late(said: readonly string[]): number {
  return said.filter((words) => words.includes("late")).length;
}
