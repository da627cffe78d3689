import { beforeEach, expect, it, onTestFinished, vi } from "vitest";
import { reload } from "../../cli/reload.ts";
import { followReloadRequests } from "../../src/app/reload-request.ts";
import { createLog } from "../../src/insight/log.ts";
import { createPostgresStore } from "../../src/store/postgres.ts";
import { runningProcesses } from "../../src/store/presence.ts";
import { runHere } from "../cli/command.ts";
import { onPostgres } from "../support/postgres.ts";
import { startTcpProxy } from "../support/tcp-proxy.ts";
import { startService } from "./metrics/start-service.ts";

const questions = ["I lost the key of my door", "my window is stuck"];

onPostgres("bots on one database, in one workspace", (database) => {
  beforeEach(database.empty);
  const settings = { DATABASE_URL: database.url };

  /** A bot, and the events that it has answered. */
  const start = async (beside?: Awaited<ReturnType<typeof startService>>["workspace"]) => {
    const sent: string[] = [];
    const store = await createPostgresStore({ url: database.url });
    const started = await startService({
      store,
      settings,
      ...(beside && { beside }),
      trace: (event) => event.kind === "sent" && sent.push(event.id),
    });
    return { ...started, store, sent };
  };

  it("answer every message once, and each of them some", async () => {
    const one = await start();
    const other = await start(one.workspace);
    const { workspace } = one;
    const people = ["ana", "bo", "cho", "dan"].map((name) => workspace.person(name));
    for (const text of questions) for (const person of people) person.says(person.dm, text);
    const answersTo = ({ dm }: { readonly dm: string }) =>
      (workspace.data.messages[dm] ?? []).filter(({ botId }) => botId !== undefined).length;
    await workspace.until(
      () => people.every((person) => answersTo(person) >= questions.length) || undefined,
      60_000,
    );
    await workspace.until(() => workspace.pendingEvents() === 0 || undefined);
    expect(people.map(answersTo)).toEqual(people.map(() => questions.length));
    expect(new Set([...one.sent, ...other.sent]).size).toBe(one.sent.length + other.sent.length);
    expect(one.sent.length).toBeGreaterThan(0);
    expect(other.sent.length).toBeGreaterThan(0);
  });

  it("all reload their knowledge when they are asked to, and the command says so", async () => {
    const one = await start();
    const other = await start(one.workspace);
    const reloaded: string[] = [];
    for (const { store, service } of [one, other]) {
      const follow = { store, log: createLog("silent"), process: service.process };
      const stop = await followReloadRequests({
        ...follow,
        reload: async () => {
          reloaded.push(service.process);
          return service.core.reload();
        },
      });
      onTestFinished(stop);
      await service.takesRequests();
    }
    expect(await runHere(reload, { environment: settings })).toEqual({
      code: 0,
      stdout: "All 2 processes of the bot have reloaded their knowledge.\n",
      stderr: "",
    });
    expect(reloaded.sort()).toEqual([one.service.process, other.service.process].sort());
  });

  it("are known as running until they are stopped", async () => {
    const one = await start();
    const store = await createPostgresStore({ url: database.url });
    onTestFinished(() => store.close());
    await vi.waitFor(async () => expect(await runningProcesses(store)).toHaveLength(1));
    await one.service.stop();
    expect(await runningProcesses(store)).toEqual([]);
  });
});

onPostgres("a bot whose database goes away", (database) => {
  it("is not ready, tells people that the answer will be late, and gives it once the database is back", async () => {
    const proxy = await startTcpProxy(database.url);
    const store = await createPostgresStore({ url: proxy.url });
    const { workspace, url } = await startService({ store });
    const minh = workspace.person("minh");
    const said = () => (workspace.data.messages[minh.dm] ?? []).filter(({ botId }) => botId !== undefined);
    await proxy.cut();
    await vi.waitFor(
      async () => {
        const response = await fetch(`${url}/readyz`);
        expect([response.status, await response.text()]).toEqual([
          503,
          "the store can't be written: PostgreSQL can't be reached\n",
        ]);
      },
      { timeout: 20_000 },
    );
    minh.says(minh.dm, "my window is stuck");
    const [late] = await workspace.until(() => (said().length > 0 ? said() : undefined), 60_000);
    expect(late?.text).toMatch(/later|moment|minute|soon/i);
    await proxy.mend();
    await workspace.until(() => (said().some(({ text }) => /window/i.test(text)) ? true : undefined), 90_000);
    await vi.waitFor(async () => expect((await fetch(`${url}/readyz`)).status).toBe(200), {
      timeout: 20_000,
    });
  });
});
