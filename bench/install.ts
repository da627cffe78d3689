import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

/** The peers are packages of the benchmark alone; they are installed when it is run for the first time. */
const here = import.meta.dirname;
if (!existsSync(path.join(here, "node_modules", ".package-lock.json"))) {
  const { status } = spawnSync("npm ci --no-audit --no-fund", { cwd: here, shell: true, stdio: "inherit" });
  process.exitCode = status ?? 1;
}
