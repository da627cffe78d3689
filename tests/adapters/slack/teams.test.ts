import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../../../src/store/memory.ts";
import type { Store } from "../../../src/store/store.ts";
import { startOurs } from "../../support/our-assistant.ts";
import { openChannel } from "./open-channel.ts";
import { readMessage } from "./read-message.ts";
import type { Transport } from "./start-slack.ts";
import { caseQuestion, draftWords, tellCase } from "./tell-case.ts";

const transports: readonly Transport[] = ["socket", "http"];
const foreign = { id: "T_OTHER", domain: "other" };

/** A person of another organisation, as Slack Connect tells of them. */
const fromElsewhere = (body: object) => ({
  ...body,
  team: foreign,
  enterprise: null,
  ...("user" in body && typeof body.user === "object" && { user: { ...body.user, team_id: foreign.id } }),
});

/** An installation for a whole organisation. */
const orgWide = (body: object) => ({
  ...body,
  team: null,
  enterprise: { id: "E1", name: "org" },
  is_enterprise_install: true,
});

/** A store, and the keys that are written to it. */
function openStore() {
  const store = createMemoryStore(Date.now);
  const keys = new Set<string>();
  const write: Store["write"] = (writes) => {
    for (const one of writes) if ("key" in one) keys.add(String(one.key));
    return store.write(writes);
  };
  return { store: { ...store, write }, keys };
}

describe.each(transports)("presses and forms are one person's, by %s", (transport) => {
  it.each([
    ["of another organisation", fromElsewhere],
    ["of an installation for an organisation", orgWide],
  ])("%s", async (_, change) => {
    const { store, keys } = openStore();
    const core = startOurs({ store });
    const { workspace, ana, channel, answer, said } = await openChannel(transport, { core });
    workspace.faults.changeInteractions(change);
    ana.says(channel, caseQuestion);
    await tellCase({ workspace, person: ana, answer: (index) => answer(channel, index) });
    expect(readMessage(await answer(ana.dm))).toContain(draftWords);
    expect(said(ana.dm).length).toBe(1);
    expect([...keys].filter((key) => key.includes(foreign.id) || key.includes("E1"))).toEqual([]);
    expect([...keys].filter((key) => key.startsWith("drafts/"))).toEqual([
      `drafts/slack/${workspace.teamId}/${ana.id}`,
    ]);
  });
});

describe("a draft whose direct message is refused", () => {
  it.each([
    "user_not_visible",
    "cannot_dm_bot",
    "user_disabled",
    "messages_tab_disabled",
    "a_code_of_tomorrow",
  ])("is shown where its person is, for their eyes: %s", async (error) => {
    const core = startOurs();
    const { workspace, ana, bo, channel, answer, said } = await openChannel("socket", { core });
    workspace.faults.always({ method: "conversations.open", kind: "refused", error });
    ana.says(channel, caseQuestion);
    await tellCase({ workspace, person: ana, answer: (index) => answer(channel, index) });
    const draft = await answer(channel, 2);
    expect(readMessage(draft)).toContain(draftWords);
    expect(draft.visibleTo).toBe(ana.id);
    expect(said(channel, bo).length).toBe(2);
  });
});
