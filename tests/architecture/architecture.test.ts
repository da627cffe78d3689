import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { platforms } from "../../adapters/platforms.ts";
import { functionsWithoutType } from "./functions.ts";
import { forbidden, importsOf, isOurs, readModules } from "./imports.ts";
import { corePackages, importTable } from "./table.ts";

const root = path.join(import.meta.dirname, "..", "..");
const names = platforms.map(({ name }) => name);
const modules = readModules(root, ["src", "adapters", "cli", "local", "playground", "soak", "bench"]);
const core = modules.filter(({ file }) => file.startsWith("src/"));

describe("the imports", () => {
  it("follow the table", () => {
    expect(forbidden(modules, importTable(names))).toEqual([]);
  });

  it("are read from every file", () => {
    expect(modules.length).toBeGreaterThan(400);
    expect(modules.find(({ file }) => file === "cli/start.ts")?.imports).toContain("adapters/platforms.ts");
  });

  it.each([
    ["an adapter that imports another adapter", "adapters/stub/render.ts", "adapters/discord/place.ts"],
    ["an adapter that imports the conversation", "adapters/stub/render.ts", "src/conversation/converse.ts"],
    ["an adapter that imports the app", "adapters/stub/index.ts", "src/app/http.ts"],
    ["an adapter that imports the local platform", "adapters/stub/limits.ts", "local/stub/limits.ts"],
    ["an adapter that imports the soak", "adapters/stub/limits.ts", "soak/stub/faults.ts"],
    ["matching that imports the conversation", "src/matching/matcher.ts", "src/conversation/converse.ts"],
    ["safety that imports the conversation", "src/safety/mask.ts", "src/conversation/converse.ts"],
    ["a store that imports the knowledge", "src/store/memory.ts", "src/knowledge/entry.ts"],
    ["a core that imports an adapter", "src/app/serve.ts", "adapters/platforms.ts"],
    ["a core that imports a command", "src/app/serve.ts", "cli/start.ts"],
    ["a conversation that imports an adapter", "src/conversation/converse.ts", "adapters/terminal/render.ts"],
    ["a local platform that imports the core", "local/stub/server.ts", "src/platform/adapter.ts"],
    ["a local platform that imports an adapter", "local/stub/limits.ts", "adapters/stub/limits.ts"],
    ["a local platform that imports another", "local/stub/server.ts", "local/slack/workspace.ts"],
    ["a local platform that imports the page", "local/stub/server.ts", "playground/server/page.ts"],
    ["a page that imports the core", "playground/server/page.ts", "src/app/compose.ts"],
    ["a page that imports a platform", "playground/server/page.ts", "local/stub/server.ts"],
    ["a soak that imports the tests", "soak/round.ts", "tests/support/until.ts"],
    ["a file in a folder that is not in the table", "src/elsewhere/new.ts", "src/answer/text.ts"],
    ["a file that lies loose in src", "src/loose.ts", "src/answer/text.ts"],
  ])("refuse %s", (_, file, name) => {
    const table = importTable([...names, "stub"]);
    expect(forbidden([{ file, imports: [name] }], table)).not.toEqual([]);
  });

  it("are found in every form they can be written in", () => {
    const source = `import a from "./a.ts"; export * from "./b.ts"; import type { C } from "./c.ts"; await import("./d.ts");`;
    expect(importsOf(source)).toEqual(["./a.ts", "./b.ts", "./c.ts", "./d.ts"]);
  });
});

describe("the core", () => {
  it("imports no package but those that it is known to need: no platform's SDK", () => {
    const packages = core.flatMap(({ imports }) => imports.filter(isPackage).map(packageOf));
    expect([...new Set(packages)].filter((name) => !corePackages.includes(name))).toEqual([]);
  });

  it("imports prom-client in one folder alone", () => {
    const importing = core.filter(({ imports }) => imports.includes("prom-client")).map(({ file }) => file);
    expect(importing.length).toBeGreaterThan(0);
    expect(importing.filter((file) => !file.startsWith("src/app/metrics/"))).toEqual([]);
  });

  it.each(names)("does not know %s by name", (name) => {
    const named = core.filter(({ file }) => new RegExp(`["'\`]${name}["'\`]`).test(textOf(file)));
    expect(named.map(({ file }) => file)).toEqual([]);
  });

  it("names no language but English, in one place, for where nothing else is left", () => {
    const named = core.filter(({ file }) => /["'`.](en|vi)(-[A-Z]{2})?["'`]/.test(textOf(file)));
    expect(named.map(({ file }) => file)).toEqual(["src/answer/locale.ts"]);
  });
});

describe("a platform's SDK", () => {
  /** The packages that an adapter imports and the core does not; none if it needs no SDK. */
  const packagesOf = (name: string) =>
    modules
      .filter(({ file }) => file.startsWith(`adapters/${name}/`))
      .flatMap(({ imports }) => imports.filter(isPackage).map(packageOf))
      .filter((one) => !corePackages.includes(one));

  it.each(names)("of %s is imported by no other adapter", (name) => {
    const own = new Set(packagesOf(name));
    const others = names.filter((other) => other !== name).flatMap(packagesOf);
    expect(others.filter((one) => own.has(one))).toEqual([]);
  });

  it("is found in the imports", () => {
    expect(packagesOf("slack")).toContain("@slack/bolt");
  });
});

describe("a function that renders", () => {
  const rendering = modules
    .map(({ file }) => file)
    .filter((file) => /^adapters\/(\w+\/rendering|terminal)\/|^playground\/client\/.*\.tsx$/.test(file));

  it("declares its return type, so that a kind that is missing in a switch does not compile", () => {
    expect(rendering.length).toBeGreaterThan(40);
    const undeclared = rendering.flatMap((file) =>
      functionsWithoutType(textOf(file)).map((name) => `${file}: ${name}`),
    );
    expect(undeclared).toEqual([]);
  });

  it("is found without its type", () => {
    expect(functionsWithoutType("function a() {}\nexport function b(): void {}")).toEqual(["a"]);
  });
});

function isPackage(name: string): boolean {
  return !isOurs(name) && !name.startsWith("node:");
}

/** The package of a module: `@slack/bolt` of `@slack/bolt/dist/x`. */
function packageOf(name: string): string {
  return name
    .split("/")
    .slice(0, name.startsWith("@") ? 2 : 1)
    .join("/");
}

function textOf(file: string): string {
  return readFileSync(path.join(root, file), "utf8");
}
