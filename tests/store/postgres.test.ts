import { createPostgresStore } from "../../src/store/postgres.ts";
import type { Store } from "../../src/store/store.ts";
import { testStore } from "../contracts/store.ts";
import { onPostgres } from "../support/postgres.ts";

onPostgres("PostgreSQL", (database) => {
  let last: Store | undefined;
  testStore("postgres", async (now) => {
    // Not at the end of a test, which may open fifty, with ten connections each.
    await last?.close();
    await database.empty();
    last = await createPostgresStore({ url: database.url, now });
    return last;
  });
});
