import { type Kysely, type Migration, sql } from "kysely";

/** The conversation of an event, in which it has a place: earlier ones are answered first. */
export const places: Migration = {
  up: async (db: Kysely<unknown>) => {
    await sql`ALTER TABLE event ADD COLUMN conversation text COLLATE "C"`.execute(db);
    await sql`CREATE INDEX event_place ON event (conversation, place) WHERE NOT is_finished`.execute(db);
  },
  down: async (db: Kysely<unknown>) => {
    await sql`ALTER TABLE event DROP COLUMN conversation`.execute(db);
  },
};
