import { describe, expect, it, onTestFinished } from "vitest";
import { migrateStore } from "../../cli/migrate-store.ts";
import { report } from "../../cli/report.ts";
import { createPostgresStore } from "../../src/store/postgres.ts";
import { announceProcess } from "../../src/store/presence.ts";
import { onPostgres } from "../support/postgres.ts";
import { runHere } from "./command.ts";

const minute = 60_000;

onPostgres("a schema", (database) => {
  const migrate = (to: string, url: string) =>
    runHere(migrateStore, { arguments: ["--to", to], environment: { DATABASE_URL: url } });
  const columns = (url: string) =>
    database.query(
      "SELECT column_name FROM information_schema.columns WHERE table_name = 'event' ORDER BY column_name",
      url,
    );

  it("goes back and forward again, and what people said stays", async () => {
    const url = await database.another();
    const before = await createPostgresStore({ url });
    await before.set("k", "one");
    await before.claim("e1", "body", minute, "c");
    await before.close();
    const all = await columns(url);
    expect(await migrate("01-first-tables", url)).toEqual({
      code: 0,
      stdout: "The schema of the database is 01-first-tables.\n",
      stderr: "",
    });
    expect(await columns(url)).toEqual(all.filter((row) => !JSON.stringify(row).includes("conversation")));
    expect((await runHere(report, { environment: { DATABASE_URL: url } })).code).toBe(0);
    expect(await columns(url)).toHaveLength(all.length);
    const after = await createPostgresStore({ url });
    onTestFinished(() => after.close());
    expect((await after.get("k"))?.value).toBe("one");
    expect(await after.claim("e1", "again", minute, "c")).toBe("busy");
  });

  it("stays where a bot runs on it", async () => {
    const url = await database.another();
    const store = await createPostgresStore({ url });
    onTestFinished(() => store.close());
    const presence = announceProcess(store, "p1");
    onTestFinished(() => presence.stop());
    await presence.ready();
    const { code, stderr } = await migrate("01-first-tables", url);
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining("is in use") });
  });

  it("is made in an empty database", async () => {
    const url = await database.another();
    expect(await migrate("01-first-tables", url)).toMatchObject({ code: 0 });
    expect(await columns(url)).not.toEqual([]);
  });
});

describe("a schema that there is not", () => {
  it("is refused with those that there are", async () => {
    const { code, stderr } = await runHere(migrateStore, { arguments: ["--to", "00"] });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'there is no schema "00": it is one of 01-first-tables, 02-places\n',
    });
  });
});
