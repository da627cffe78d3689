import type { LogLines } from "../compose-store.ts";
import { type Clock, type LogLine, maxLineAgeMs } from "../store.ts";

interface StoredLine extends LogLine {
  readonly until: number;
}

export function createLogLines(now: Clock): LogLines {
  const logs = new Map<string, StoredLine[]>();
  const unexpired = (lines: readonly StoredLine[]) => lines.filter(({ until }) => until > now());
  return {
    append: (log, text, ttl = maxLineAgeMs) => {
      const until = now() + Math.min(ttl, maxLineAgeMs);
      const line = { at: now(), text, until };
      const lines = logs.get(log);
      if (lines) lines.push(line);
      else logs.set(log, [line]);
    },
    read: (log, since) =>
      unexpired(logs.get(log) ?? [])
        .filter(({ at }) => at >= since)
        .sort((one, other) => one.at - other.at)
        .map(({ at, text }) => ({ at, text })),
    sweep: () => {
      for (const [log, lines] of logs) logs.set(log, unexpired(lines));
    },
  };
}
