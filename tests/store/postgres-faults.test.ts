import { describe, expect, it, onTestFinished, vi } from "vitest";
import { report } from "../../cli/report.ts";
import { createPostgresStore } from "../../src/store/postgres.ts";
import { StoreError } from "../../src/store/store.ts";
import { runHere } from "../cli/command.ts";
import { onPostgres } from "../support/postgres.ts";
import { startTcpProxy } from "../support/tcp-proxy.ts";

/** What a command that reads the store says where the database can't be used. */
async function failWith(url: string): Promise<string> {
  const { code, stdout, stderr } = await runHere(report, { environment: { DATABASE_URL: url } });
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  return stderr.trim();
}

function changed(url: string, change: (url: URL) => void): string {
  const other = new URL(url);
  change(other);
  return other.href;
}

describe("an address that leads to no PostgreSQL", () => {
  it.each([
    ["a port where nothing listens", "postgres://bot:s3cret@127.0.0.1:1/signpost"],
    ["a host that is not there", "postgres://bot:s3cret@signpost.invalid:5432/signpost"],
  ])("(%s) is told in one line without its password", async (_, url) => {
    const said = await failWith(url);
    expect(said).toMatch(
      /^The database of DATABASE_URL can't be used \(PostgreSQL can't be reached: .*check host/,
    );
    expect(said).not.toMatch(/s3cret|\n/);
  });
});

onPostgres("a database that can't be used", (database) => {
  it("is told where it does not exist", async () => {
    const url = changed(database.url, (other) => {
      other.pathname = "signpost_none";
    });
    expect(await failWith(url)).toBe(
      "The database that DATABASE_URL names does not exist: create it (createdb), or name another one",
    );
  });

  it("is told where its user is refused", async () => {
    const url = changed(database.url, (other) => {
      other.username = "nobody-such";
      other.password = "s3cret";
    });
    const said = await failWith(url);
    expect(said).toMatch(/^PostgreSQL refuses the user or password of DATABASE_URL: correct them/);
    expect(said).not.toMatch(/s3cret|\n/);
  });

  it("is told where a newer Signpost has migrated it, and stays as it is", async () => {
    await (await createPostgresStore({ url: database.url })).close();
    await database.query("INSERT INTO signpost_migration VALUES ('99-later', '')");
    onTestFinished(
      async () => void (await database.query("DELETE FROM signpost_migration WHERE name = '99-later'")),
    );
    expect(await failWith(database.url)).toMatch(
      /^The database was migrated by a newer Signpost \(99-later\): start that version\. \S+ says how to go back$/,
    );
  });

  it("is told where it holds tables of something else", async () => {
    const url = await database.another();
    await database.query("CREATE TABLE value (id int)", url);
    expect(await failWith(url)).toMatch(/^The database of DATABASE_URL holds tables of something else/);
  });
});

onPostgres("a database that goes away while the store is open", (database) => {
  const openBehind = async () => {
    const proxy = await startTcpProxy(database.url);
    const store = await createPostgresStore({ url: proxy.url });
    onTestFinished(() => store.close());
    await store.set("k", "before");
    return { proxy, store };
  };

  it("is a fault that every call tells, and is used again once it is back", async () => {
    const { proxy, store } = await openBehind();
    await proxy.cut();
    await expect(store.get("k")).rejects.toThrow(StoreError);
    await expect(store.write([{ kind: "set", key: "k", value: "lost" }])).rejects.toThrow(StoreError);
    expect(await store.check()).toMatch(/^PostgreSQL (can't be reached|does not answer)$/);
    await proxy.mend();
    expect((await store.get("k"))?.value).toBe("before");
    expect(await store.set("k", "after")).toBe(true);
  });

  it("is a fault where it does not answer any more", async () => {
    const { proxy, store } = await openBehind();
    proxy.hang();
    await expect(store.claim("e1", "body", 60_000)).rejects.toThrow("PostgreSQL does not answer");
    await proxy.mend();
    expect(await store.claim("e1", "body", 60_000)).toBe("new");
  });

  it("is used again after its connections were ended from outside", async () => {
    const { store } = await openBehind();
    await database.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
    );
    await vi.waitFor(async () => expect((await store.get("k"))?.value).toBe("before"));
  });
});

onPostgres("ten processes that start at once on an empty database", (database) => {
  it("all have their tables", async () => {
    const url = await database.another();
    const stores = await Promise.all(Array.from({ length: 10 }, () => createPostgresStore({ url })));
    onTestFinished(async () => void (await Promise.all(stores.map((store) => store.close()))));
    const written = await Promise.all(stores.map((store) => store.set("k", "one", { ifVersion: 0 })));
    expect(written.filter(Boolean)).toHaveLength(1);
  });
});
