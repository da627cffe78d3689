/** The type of the logger that insight/log.ts creates. */
export type { Logger } from "pino";
