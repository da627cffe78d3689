import { type Logger as BoltLogger, LogLevel } from "@slack/bolt";
import type { Logger } from "../../../src/lib/logger.ts";

/** Bolt's own log lines, among ours. What it calls info is of use only when looking for a fault. */
export function toBoltLogger(log: Logger): BoltLogger {
  const say = (message: readonly unknown[]) => `slack: ${message.map(String).join(" ")}`;
  return {
    debug: (...message) => log.trace(say(message)),
    info: (...message) => log.debug(say(message)),
    warn: (...message) => log.warn(say(message)),
    error: (...message) => log.error(say(message)),
    setLevel: () => {},
    getLevel: () => LogLevel.DEBUG,
    setName: () => {},
  };
}
