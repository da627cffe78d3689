import { z } from "zod";

const fault =
  "DATABASE_URL must be the address of a PostgreSQL database, as in postgres://user:password@host:5432/signpost " +
  "(signs such as @, :, / and # in a password are written as %40, %3A, %2F and %23)";

/** Where the store is, unless it is a file in DATA_DIR. The address holds a password, and is never shown. */
export const databaseSetting = z.string().refine(isPostgresAddress, fault);

function isPostgresAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  if (!["postgres:", "postgresql:"].includes(url.protocol)) return false;
  return url.pathname.length > 1 && (url.hostname !== "" || url.searchParams.has("host"));
}
