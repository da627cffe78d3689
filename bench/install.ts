import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

/** Installs the compared engines before the first run; they are dependencies of the benchmark only. */
const here = import.meta.dirname;
if (!existsSync(path.join(here, "node_modules", ".package-lock.json"))) {
  const { status } = spawnSync("npm ci --no-audit --no-fund", { cwd: here, shell: true, stdio: "inherit" });
  process.exitCode = status ?? 1;
}
