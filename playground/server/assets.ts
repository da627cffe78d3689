import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { builtProgram } from "../../src/lib/built-program.ts";

export interface Asset {
  readonly type: string;
  /** Compressed with gzip. */
  readonly body: Buffer;
}

type Assets = ReadonlyMap<string, Asset>;

/**
 * The files that the browser loads, by path: from the built program, or built now from the sources.
 * @param platforms the names of the platforms, in the order of their tabs
 */
export async function loadAssets(platforms: readonly string[]): Promise<Assets> {
  const files = builtProgram === undefined ? await buildFromSources() : readBuilt(builtProgram);
  const built = [...files].map(([name, contents]) => {
    return [`/${name}`, toAsset(types[path.extname(name)] ?? "application/octet-stream", contents)] as const;
  });
  return new Map([
    ...built,
    ["/", toAsset("text/html; charset=utf-8", htmlFor(platforms))],
    ["/icon.svg", toAsset("image/svg+xml", icon)],
  ]);
}

type Files = ReadonlyMap<string, Uint8Array>;

async function buildFromSources(): Promise<Files> {
  const { buildPage } = await import("../../build/page.mjs");
  return buildPage();
}

function readBuilt(program: string): Files {
  const folder = path.join(program, "page");
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name))]));
}

const types: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
};

function toAsset(type: string, contents: string | Uint8Array): Asset {
  return { type, body: gzipSync(contents) };
}

/** The page knows its tabs from the start, so that nothing shifts when the first view arrives. */
const htmlFor = (platforms: readonly string[]) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="platforms" content="${platforms.join(" ")}">
<title>Signpost playground</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/app.css">
<script type="module" src="/app.js"></script>
</head>
<body></body>
</html>
`;

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#1d3557"/><path d="M15 5h2v22h-2z" fill="#a8c5e8"/><path d="M7 8h15l4 3.5-4 3.5H7z" fill="#ffb703"/><path d="M25 17H10l-4 3.5 4 3.5h15z" fill="#f1faee"/></svg>
`;
