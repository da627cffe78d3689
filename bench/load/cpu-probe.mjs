import { writeFileSync } from "node:fs";

/** Preloaded into a measured process: writes its CPU time in milliseconds into the file CPU_FILE when it ends. */
process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  writeFileSync(process.env.CPU_FILE ?? "", String((user + system) / 1000));
});
