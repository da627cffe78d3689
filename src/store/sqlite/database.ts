import type { DatabaseSync } from "@photostructure/sqlite";

export type Database = InstanceType<typeof DatabaseSync>;

/** Tells the operator what happened to the database, and what to do. */
export type Warn = (message: string) => void;
