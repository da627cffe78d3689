import { rmSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { bundle } from "./bundle.mjs";
import { writeChecksums } from "./checksums.mjs";
import { packagedProgram, packageFolder } from "./packaged.mjs";

/** The `prepack` step of npm: builds what the package holds, and learns the knowledge that goes with it. */
rmSync(packageFolder, { recursive: true, force: true });
await bundle(packagedProgram, { home: packagedProgram, isPackaged: true });
writeChecksums(packagedProgram);
const { prepare } = await import(pathToFileURL(path.join(packagedProgram, "cli", "prepare.js")).href);
// What npm pack prints on the standard output may be read by a program.
await prepare((/** @type {string} */ line) => console.error(line));
