import { type Logger as BoltLogger, LogLevel } from "@slack/bolt";
import type { Logger } from "../../../src/lib/logger.ts";

/** Writes Bolt's log lines to our log, where its info and debug lines are one level lower. */
export function toBoltLogger(log: Logger): BoltLogger {
  const format = (message: readonly unknown[]) => `slack: ${message.map(String).join(" ")}`;
  return {
    debug: (...message) => log.trace(format(message)),
    info: (...message) => log.debug(format(message)),
    warn: (...message) => log.warn(format(message)),
    error: (...message) => log.error(format(message)),
    setLevel: () => {},
    getLevel: () => LogLevel.DEBUG,
    setName: () => {},
  };
}

/** The same for a client whose failures we handle and report ourselves: nothing of it stands above debug. */
export function toQuietLogger(log: Logger): BoltLogger {
  const { debug, info, ...others } = toBoltLogger(log);
  return { ...others, debug, info, warn: info, error: info };
}
