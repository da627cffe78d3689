import { fork } from "node:child_process";
import path from "node:path";
import { z } from "zod";

/** What a process of its own is to do. */
export const taskSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("times"), engine: z.string(), growth: z.number() }),
  z.object({ kind: z.literal("hostile"), engine: z.string(), question: z.string() }),
]);
export type Task = z.infer<typeof taskSchema>;

const timesSchema = z.object({
  /** Phrases learned. */
  phrases: z.number(),
  learnMs: z.number(),
  memoryMb: z.number(),
  /** Questions asked. */
  asked: z.number(),
  p50: z.number(),
  p99: z.number(),
  max: z.number(),
});
export type Times = z.infer<typeof timesSchema>;

const reportSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("learned") }),
  z.object({ kind: z.literal("times"), times: timesSchema }),
  z.object({ kind: z.literal("blocked"), ms: z.number() }),
]);
export type Report = z.infer<typeof reportSchema>;

/** How a task ended. "late": it was ended because it took longer than `limitMs` to learn, or to answer. */
export type Ended = Exclude<Report, { kind: "learned" }> | { readonly kind: "late" | "failed" };

export const limitMs = { learn: 600_000, ask: 60_000 };

/** Does a task in a process of its own, where nothing else fills the memory or can be held up by it. */
export function runInProcess(task: Task): Promise<Ended> {
  const child = fork(path.join(import.meta.dirname, "worker.ts"), [JSON.stringify(task)], {
    execArgv: [...process.execArgv, "--expose-gc"],
  });
  return new Promise((resolve) => {
    const end = (ended: Ended) => {
      clearTimeout(timer);
      child.kill("SIGKILL");
      resolve(ended);
    };
    let timer = setTimeout(end, limitMs.learn, { kind: "late" });
    child.on("exit", () => end({ kind: "failed" }));
    child.on("message", (message) => {
      const report = reportSchema.parse(message);
      if (report.kind !== "learned") return end(report);
      clearTimeout(timer);
      timer = setTimeout(end, limitMs.ask, { kind: "late" });
    });
  });
}
