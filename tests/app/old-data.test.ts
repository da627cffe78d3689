import { readFileSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { describe, expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { readPlace } from "../../adapters/slack/place.ts";
import { factSchema } from "../../src/answer/fact.ts";
import { factLog } from "../../src/insight/record.ts";
import { parseJson } from "../../src/lib/parse-json.ts";
import type { Adapter, Core } from "../../src/platform/adapter.ts";
import type { Incoming, Input } from "../../src/platform/incoming.ts";
import type { Reply } from "../../src/platform/outcome.ts";
import { createSqliteStore } from "../../src/store/sqlite.ts";
import { startOurs } from "../support/our-assistant.ts";
import { ourKnowledge } from "../support/our-knowledge.ts";
import { temporaryFolder } from "../support/temporary.ts";

const cell = z.union([z.string(), z.number(), z.null()]);
const rows = z.array(z.record(z.string(), cell));

/**
 * What version 0.1.0 wrote in an afternoon, before the sources were rearranged: minh handed a question over to the
 * team and tina took it, linh is half way through a support case, sam chose Vietnamese, ann's answer was not sent yet,
 * and bo's question was claimed and not answered yet.
 */
const saved = z
  .object({ savedAt: z.number(), schema: z.array(z.string()), event: rows, value: rows, line: rows })
  .parse(
    JSON.parse(
      readFileSync(path.join(import.meta.dirname, "../fixtures/data-before-one-house.json"), "utf8"),
    ),
  );

function writeDatabase(folder: string): void {
  const db = new DatabaseSync(path.join(folder, "signpost.db"));
  for (const statement of saved.schema) db.exec(statement);
  for (const table of ["event", "value", "line"] as const) {
    for (const row of saved[table]) {
      const columns = Object.keys(row);
      const places = columns.map(() => "?").join(", ");
      db.prepare(`INSERT INTO ${table} (${columns.join(", ")}) VALUES (${places})`).run(
        ...Object.values(row),
      );
    }
  }
  db.close();
}

interface Delivered {
  readonly channel: string;
  readonly title: string | undefined;
}

/** The bot of today on that data, five minutes later. */
function openOldData() {
  const folder = temporaryFolder();
  writeDatabase(folder);
  const now = () => saved.savedAt + 5 * 60_000;
  const store = createSqliteStore(folder, now);
  onTestFinished(() => store.close());
  const delivered: Delivered[] = [];
  const adapter = recordingAdapter(delivered);
  const assistant = startOurs({
    store,
    now,
    adapters: () => [adapter],
    team: { adapter: "slack", channel: "C0TEAM" },
  });
  return { store, assistant, adapter, delivered };
}

function recordingAdapter(delivered: Delivered[]): Adapter {
  return {
    name: "slack",
    start: async () => {},
    stop: async () => {},
    channel: (id) => ({ adapter: "slack", data: JSON.stringify({ kind: "thread", channel: id, user: "" }) }),
    deliver: async (address, { title }) => {
      const place = readPlace(address.data);
      delivered.push({ channel: place.kind === "home" ? "" : place.channel, title });
      return { address, conversation: "" };
    },
  };
}

let events = 0;

async function ask(
  { handle }: Core,
  user: string,
  input: Input,
  where: Partial<Incoming> = {},
): Promise<Reply> {
  events += 1;
  const { reply, complete } = await handle({
    id: `slack/T1/new/${events}`,
    address: {
      adapter: "slack",
      data: JSON.stringify({ kind: "thread", channel: `D0${user}`, user }),
    },
    conversation: `slack/T1/D0${user}`,
    person: `slack/T1/${user}`,
    name: user.toLowerCase(),
    addressed: true,
    place: "private",
    input,
    ...where,
  });
  await complete(async () => {});
  return reply;
}

const words = (text: string): Input => ({ kind: "question", text, hasPicture: false });
const press = (token: string): Input => ({ kind: "press", token });
describe("data written before the sources were rearranged", () => {
  it("holds what was not sent yet, which is sent now, and once", async () => {
    const { assistant, adapter, delivered } = openOldData();
    await assistant.redeliverPending([adapter]);
    await assistant.redeliverPending([adapter]);
    expect(delivered.map(({ channel }) => channel).toSorted()).toEqual(["D0ANN", "D0BO"]);
    expect(delivered.find(({ channel }) => channel === "D0ANN")?.title).toBe(
      "No SMS or call when you verify a new account",
    );
  });

  it("holds the buttons shown last, so that their words can be typed", async () => {
    const { assistant } = openOldData();
    const typed = await ask(assistant, "LINH", words("Solved"));
    expect(typed).toEqual(
      await ask(openOldData().assistant, "LINH", press("1.solved.mfa-lost-or-broken.en")),
    );
  });

  it("holds the answers of a case, so that its form goes on where it was", async () => {
    const { assistant } = openOldData();
    const reply = await ask(assistant, "LINH", press("+1.fill.mfa-lost-or-broken.en"));
    expect(reply.kind).toBe("form");
    if (reply.kind === "form") expect(reply.form.fields[0]).toMatchObject({ id: "mfa-device", value: "app" });
  });

  it("holds the language that somebody chose", async () => {
    const { assistant } = openOldData();
    const reply = await ask(assistant, "SAM", { kind: "open" }, { conversation: "slack/T1/elsewhere" });
    expect(reply).toMatchObject({ answer: { locale: "vi" } });
  });

  it("holds the handover, so that the team's thread and its buttons still reach the person", async () => {
    const { assistant, delivered, store } = openOldData();
    const id = (await store.get("handed/slack/T1/MINH"))?.value ?? "";
    const thread = { conversation: "slack/T1/C0TEAM/1790000000.000100", place: "channel" } as const;
    await ask(assistant, "TINA", words("which mailbox is it?"), thread);
    const asked = await ask(assistant, "TINA", press(`1.close.${id}.en`), thread);
    expect(delivered.map(({ channel }) => channel)).toEqual(["D0MINH"]);
    const closeNow = `1.close-now.${id}.en`;
    expect(JSON.stringify(asked)).toContain(closeNow);
    await ask(assistant, "TINA", press(closeNow), thread);
    expect(delivered.map(({ channel }) => channel)).toEqual(["D0MINH", "D0MINH"]);
  });

  it("holds a handover without times, so that who has it is told without since when", async () => {
    const { assistant, store } = openOldData();
    const id = (await store.get("handed/slack/T1/MINH"))?.value ?? "";
    const again = await ask(assistant, "TINA", press(`1.take.${id}.en`));
    expect(JSON.stringify(again)).toContain('"tina is looking into it."');
    const news = await ask(assistant, "MINH", press(`1.relayed.${id}.en`));
    expect(JSON.stringify(news)).toContain('"tina is looking into your question."');
  });

  it("holds the facts that the report counts", async () => {
    const { store } = openOldData();
    const facts = (await store.read(factLog, 0)).map(({ text }) => parseJson(text, factSchema));
    expect(facts.length).toBe(saved.line.length);
    expect(facts).not.toContain(undefined);
  });
});

describe("buttons on old messages", () => {
  const tokens = [
    ...new Set(JSON.stringify(saved).match(/\+?1\.[a-z-]+\.[a-z0-9-]+\.[a-z]{2}(?=[\\"])/g) ?? []),
  ];

  it.each(tokens)("still work: %s", async (token) => {
    const { assistant } = openOldData();
    const reply = await ask(assistant, "ANYBODY", press(token));
    expect(["answer", "form"]).toContain(reply.kind);
    for (const { unknownButton } of ourKnowledge.strings.values())
      expect(JSON.stringify(reply)).not.toContain(JSON.stringify(unknownButton));
  });
});
