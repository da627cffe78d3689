import { StartError } from "../../lib/start-error.ts";
import { StoreError } from "../store.ts";

/** The reasons of faults that are not the caller's, by SQLSTATE (postgresql.org/docs/current/errcodes-appendix.html). */
const reasonsByCode: readonly (readonly [RegExp, string])[] = [
  [/^53100$/, "disk full"],
  [/^25006$/, "read-only"],
  [/^53300$/, "PostgreSQL has too many connections"],
  [/^55P03$/, "locked by another process"],
  [/^(?:57014|40001|40P01)$/, "PostgreSQL is too busy"],
  [/^57P0[1235]$/, "PostgreSQL is stopping or starting"],
  [/^28/, "PostgreSQL refuses the user or password"],
  [/^3D000$/, "the database is gone"],
  [/^42501$/, "the user may not write to the tables"],
  [/^42(?:P01|703)$/, "its tables are of another version, or gone"],
  [/^(?:08|53|58|XX)/, "PostgreSQL has a fault of its own"],
  [/^(?:ECONN|EHOST|ENET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|ENOENT|EACCES)/, "PostgreSQL can't be reached"],
];

/** Errors of the driver, which have no code. */
const reasonsByMessage: readonly (readonly [RegExp, string])[] = [
  [/timeout|no answer within/i, "PostgreSQL does not answer"],
  [/connection|client has encountered|not queryable/i, "PostgreSQL can't be reached"],
];

/** The error as the store's callers know it, where it comes from the database and not from what it was asked. */
export function toStoreError(error: unknown): unknown {
  if (error instanceof StoreError) return error;
  const reason = reasonOf(error);
  return reason === undefined ? error : new StoreError(reason, { cause: error });
}

function reasonOf(error: unknown): string | undefined {
  const code = codeOf(error);
  if (code !== undefined) return reasonsByCode.find(([pattern]) => pattern.test(code))?.[1];
  const message = error instanceof Error ? error.message : String(error);
  return reasonsByMessage.find(([pattern]) => pattern.test(message))?.[1];
}

export function codeOf(error: unknown): string | undefined {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}

/** What keeps a start from using the database, and what to do. Nothing of DATABASE_URL stands in it. */
export function toStartError(error: unknown): unknown {
  if (error instanceof StartError) return error;
  const advice = adviceFor(error);
  return advice === undefined ? error : new StartError(advice, { cause: error });
}

function adviceFor(error: unknown): string | undefined {
  const code = codeOf(error) ?? "";
  if (code.startsWith("28"))
    return "PostgreSQL refuses the user or password of DATABASE_URL: correct them (signs such as @, : and / in a password are written as %40, %3A and %2F)";
  if (code === "3D000")
    return "The database that DATABASE_URL names does not exist: create it (createdb), or name another one";
  if (code === "42501")
    return "The user of DATABASE_URL may not create tables in the database: make it the owner of the database, or grant it CREATE on the schema";
  if (code === "42P07")
    return "The database of DATABASE_URL holds tables of something else: give Signpost a database of its own";
  const reason = reasonOf(error);
  if (reason === undefined) return undefined;
  const detail = error instanceof Error && error.message !== "" ? error.message : code;
  return `The database of DATABASE_URL can't be used (${reason}: ${detail}): check host and port, and that PostgreSQL is running`;
}
