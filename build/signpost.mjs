#!/usr/bin/env node
// The command `signpost`: cli/signpost.ts of the built program.
process.argv.splice(2, 0, "signpost");
await import("./run.mjs");
