import type { ImportTable } from "./imports.ts";

/**
 * Who may import whom, from the bottom to the top. Nothing imports upwards, so that no cycle can arise between folders.
 * @param names the platforms, as adapters/platforms.ts lists them
 */
export function importTable(names: readonly string[]): ImportTable {
  const below = (folder: string) => names.map((name) => `${folder}/${name}`);
  const each = (folder: string, mayImport: (name: string) => readonly string[]) =>
    Object.fromEntries(names.map((name) => [`${folder}/${name}`, mayImport(name)]));
  const port = ["src/platform", "src/answer", "src/lib"];
  return {
    build: [],

    "src/lib": [],
    "src/answer": ["src/lib"],
    "src/platform": ["src/answer", "src/lib"],
    "src/safety": ["src/lib"],
    "src/store": ["src/lib"],
    "src/insight": ["src/store", "src/safety", "src/answer", "src/lib"],
    "src/knowledge": ["src/answer", "src/lib"],
    "src/matching": ["src/knowledge", "src/answer", "src/lib"],
    "src/learning": ["src/matching", "src/knowledge", "src/answer", "src/lib"],
    "src/evaluation": ["src/conversation", "src/matching", "src/knowledge", ...port],
    "src/authoring": ["src/evaluation", "src/matching", "src/knowledge", "src/answer", "src/lib"],
    "src/cases": ["src/safety", "src/knowledge", "src/answer", "src/lib"],
    "src/conversation": ["src/cases", "src/safety", "src/matching", "src/knowledge", ...port],
    "src/runtime": [
      "src/conversation",
      "src/cases",
      "src/insight",
      "src/store",
      "src/safety",
      "src/knowledge",
      ...port,
    ],
    "src/app": ["src"],

    ...each("adapters", () => port),
    "adapters/terminal": port,
    adapters: [...below("adapters"), "src/platform"],

    "local/shared": [],
    ...each("local", () => ["local/shared"]),

    "playground/server": ["build", "local/shared", "src/answer", "src/lib"],
    ...each("playground", (name) => ["playground/server", `local/${name}`, "local/shared"]),
    "playground/client": ["playground/server", ...below("playground"), ...below("local"), "src/answer"],
    "playground/bot": ["playground/server", "src"],

    cli: ["src", "adapters", "playground"],
    soak: ["bench", "local", "adapters", "src"],
    bench: ["build", "local", "adapters", "src"],
  };
}

/** The packages that src/ may import: no SDK of a platform is among them. */
export const corePackages = [
  "@photostructure/sqlite",
  "fuse.js",
  "kysely",
  "mdast",
  "mdast-util-from-markdown",
  "mdast-util-to-string",
  "pg",
  "pino",
  "prom-client",
  "tsx",
  "yaml",
  "zod",
];
