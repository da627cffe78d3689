import { fork } from "node:child_process";
import path from "node:path";
import { z } from "zod";

/** A task for a child process. */
export const taskSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("times"), engine: z.string(), growth: z.number() }),
  z.object({ kind: z.literal("hostile"), engine: z.string(), question: z.string() }),
]);
export type BenchTask = z.infer<typeof taskSchema>;

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
export type EngineTimes = z.infer<typeof timesSchema>;

const reportSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("learned") }),
  z.object({ kind: z.literal("times"), times: timesSchema }),
  z.object({ kind: z.literal("blocked"), ms: z.number() }),
]);
export type TaskReport = z.infer<typeof reportSchema>;

/** How a task ended. "timedOut": it took longer than `timeoutMs` to learn or to answer. */
export type TaskResult = Exclude<TaskReport, { kind: "learned" }> | { readonly kind: "timedOut" | "failed" };

export const timeoutMs = { learn: 600_000, ask: 60_000 };

/** Runs a task in a child process: its memory is its own, and it can be killed when it blocks. */
export function runInProcess(task: BenchTask): Promise<TaskResult> {
  const child = fork(path.join(import.meta.dirname, "task-worker.ts"), [JSON.stringify(task)], {
    execArgv: [...process.execArgv, "--expose-gc"],
  });
  return new Promise((resolve) => {
    const end = (result: TaskResult) => {
      clearTimeout(timer);
      child.kill("SIGKILL");
      resolve(result);
    };
    let timer = setTimeout(end, timeoutMs.learn, { kind: "timedOut" });
    child.on("exit", () => end({ kind: "failed" }));
    child.on("message", (message) => {
      const report = reportSchema.parse(message);
      if (report.kind !== "learned") return end(report);
      clearTimeout(timer);
      timer = setTimeout(end, timeoutMs.ask, { kind: "timedOut" });
    });
  });
}
