import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { forbidden, importsOf, isOurs, type Rule, readModules } from "./imports.ts";

const root = path.join(import.meta.dirname, "..", "..");
const modules = readModules(root, ["src", "adapters", "playground", "soak"]);

/** The first rule that fits a file holds. ARCHITECTURE.md draws the same picture. */
const rules: readonly Rule[] = [
  { from: /^src\/answer\//, mayImport: /^src\/answer\// },
  { from: /^src\/platform\.ts$/, mayImport: /^src\/answer\// },
  {
    from: /^src\/(in-order|http|once|read-stored|start-error|within|finding)\.ts$/,
    mayImport: /^src\/start-error\.ts$/,
  },
  { from: /^src\/help-channels\.ts$/, mayImport: /^src\/answer\/|^src\/platform\.ts$/ },
  { from: /^src\/safety\//, mayImport: /^src\/safety\// },
  { from: /^src\/store\//, mayImport: /^src\/store\/|^src\/start-error\.ts$/ },
  { from: /^src\/insight\//, mayImport: /^src\/(insight|answer|safety)\/|^src\/store\/store\.ts$/ },
  { from: /^src\/knowledge\//, mayImport: /^src\/(knowledge|answer)\/|^src\/matching\/normalise\.ts$/ },
  { from: /^src\/authoring\//, mayImport: /^src\/(authoring|evaluation|matching|knowledge|answer)\// },
  { from: /^src\/matching\//, mayImport: /^src\/(matching|knowledge|answer)\// },
  { from: /^src\/evaluation\//, mayImport: /^src\/(evaluation|matching|knowledge|answer)\// },
  { from: /^src\/learning\//, mayImport: /^src\/(learning|matching|knowledge|answer)\// },
  { from: /^src\/cases\//, mayImport: /^src\/(cases|safety|knowledge|answer)\// },
  {
    from: /^src\/conversation\//,
    mayImport: /^src\/(conversation|cases|safety|matching|knowledge|answer)\/|^src\/platform\.ts$/,
  },
  { from: /^src\/config\.ts$/, mayImport: /^src\/answer\/|^src\/insight\/log\.ts$/ },
  {
    from: /^src\/(assistant|compose|memory|kept-event|post|recover|think|turn|warn|words|serve|trace)\.ts$/,
    mayImport: /^src\/(?!commands\/|main\.ts)/,
  },
  // The playground's page shows the bot at work: this command brings the two together.
  {
    from: /^src\/commands\/(open-playground\.ts$|playground\/)/,
    mayImport: /^(src|adapters|playground)\//,
  },
  { from: /^src\/(main\.ts$|commands\/)/, mayImport: /^(src|adapters)\// },
  ...["slack", "discord", "terminal"].map((name) => ({
    from: new RegExp(`^adapters/${name}/`),
    mayImport: new RegExp(
      `^adapters/${name}/|^src/answer/|^src/(platform|http|help-channels|finding|once|within|start-error)\\.ts$|^src/insight/log\\.ts$`,
    ),
  })),
  // What is said is plain data, which the page shows to authors.
  { from: /^playground\/page\//, mayImport: /^playground\/|^src\/answer\// },
  { from: /^playground\//, mayImport: /^playground\/(?!page\/)/ },
  { from: /^soak\//, mayImport: /^(soak|playground|adapters|src)\/|^bench\/(random|tables)\.ts$/ },
];

describe("the imports", () => {
  it("run one way", () => {
    expect(forbidden(modules, rules)).toEqual([]);
  });

  it("are read: every file of the house is in the picture, with what it imports", () => {
    expect(modules.length).toBeGreaterThan(50);
    expect(modules.find(({ file }) => file === "src/main.ts")?.imports).toContain(
      "adapters/slack/settings.ts",
    );
  });

  it.each([
    ["an adapter that sees another", "adapters/slack/render.ts", "adapters/discord/render.ts"],
    ["an adapter that sees the conversation", "adapters/slack/render.ts", "src/conversation/converse.ts"],
    ["a matcher that sees the conversation", "src/matching/matcher.ts", "src/conversation/hear.ts"],
    ["a masking that sees the conversation", "src/safety/mask.ts", "src/conversation/hear.ts"],
    ["a store that sees the knowledge", "src/store/memory.ts", "src/knowledge/entry.ts"],
    ["a conversation that sees an adapter", "src/conversation/converse.ts", "adapters/terminal/render.ts"],
    ["a playground that sees the core", "playground/slack/core.ts", "src/platform.ts"],
    ["a playground that sees an adapter", "playground/slack/limits.ts", "adapters/slack/limits.ts"],
    ["a page that sees the core", "playground/page/page.ts", "src/compose.ts"],
    ["a workspace that sees the page", "playground/slack/workspace.ts", "playground/page/page.ts"],
    ["a command that sees the playground", "src/commands/chat.ts", "playground/page/page.ts"],
    ["an adapter that sees the playground", "adapters/slack/limits.ts", "playground/slack/limits.ts"],
    ["an adapter that sees the soak", "adapters/slack/limits.ts", "soak/faults.ts"],
    ["a soak that sees the tests", "soak/faults.ts", "tests/until.ts"],
    ["a file that stands where no rule is", "src/elsewhere/new.ts", "src/answer/text.ts"],
  ])("are refused for %s", (_, file, name) => {
    expect(forbidden([{ file, imports: [name] }], rules)).not.toEqual([]);
  });

  it("are found in every form they can be written in", () => {
    const source = `import a from "./a.ts"; export * from "./b.ts"; import type { C } from "./c.ts"; await import("./d.ts");`;
    expect(importsOf(source)).toEqual(["./a.ts", "./b.ts", "./c.ts", "./d.ts"]);
  });
});

describe("the platforms", () => {
  const core = modules.filter(({ file }) => file.startsWith("src/"));

  it("are named by nobody in the core but main and the commands: no SDK is imported there", () => {
    const sdks = /^(@slack\/|discord\.js|@discordjs\/|discord-api-types)/;
    expect(core.filter(({ imports }) => imports.some((name) => sdks.test(name)))).toEqual([]);
  });

  it("are imported by main and the commands alone", () => {
    const importers = core.filter(({ imports }) =>
      imports.some((name) => isOurs(name) && name.startsWith("adapters/")),
    );
    expect(importers.every(({ file }) => /^src\/(main\.ts$|commands\/)/.test(file))).toBe(true);
  });

  it("each import their own SDK and no other", () => {
    const sdkOf = { slack: /^@slack\//, discord: /^discord\.js/ };
    for (const [name, sdk] of Object.entries(sdkOf)) {
      const foreign = modules.filter(
        ({ file, imports }) =>
          !file.startsWith(`adapters/${name}/`) && imports.some((imported) => sdk.test(imported)),
      );
      expect(foreign).toEqual([]);
    }
  });
});

describe("the languages", () => {
  it("are named by nobody in the core: English alone, in one place, where nothing else is left", () => {
    const named = modules.filter(
      ({ file }) =>
        file.startsWith("src/") &&
        /["'`.](en|vi)(-[A-Z]{2})?["'`]/.test(readFileSync(path.join(root, file), "utf8")),
    );
    expect(named.map(({ file }) => file)).toEqual(["src/answer/locale.ts"]);
  });
});
