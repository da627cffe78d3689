import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { EntryList, KnowledgeState, TurnRecord, UnansweredGroup } from "../../server/core-view.ts";
import { read } from "../api-client.ts";
import { useStrings } from "../page-strings.ts";
import { Entries } from "./entries.tsx";
import { EntryView } from "./entry.tsx";
import { Score } from "./score.tsx";
import { Unanswered } from "./unanswered.tsx";

interface Props {
  readonly knowledge: KnowledgeState | undefined;
  readonly turns: readonly TurnRecord[];
}

/** The authors' tab: scores a question, shows the entries in every language, and lists unanswered questions. */
export function Authors({ knowledge, turns }: Props): JSX.Element {
  const strings = useStrings();
  const [list, setList] = useState<EntryList>();
  const [groups, setGroups] = useState<readonly UnansweredGroup[]>();
  const [chosen, setChosen] = useState<string>();
  const version = knowledge?.kind === "ready" ? knowledge.since : 0;
  useEffect(() => {
    if (version > 0) void read<EntryList>("/api/entries").then(setList);
  }, [version]);
  useEffect(() => {
    void read<readonly UnansweredGroup[]>("/api/unanswered").then(setGroups);
  }, [version, turns[0]?.id, turns[0]?.endedAt]);
  return (
    <div class="authors">
      <div class="list">
        <Score version={version} onChoose={setChosen} />
        <Entries list={list} chosen={chosen} onChoose={setChosen} />
        <Unanswered groups={groups} onChoose={setChosen} />
      </div>
      <div class="detail">
        {chosen === undefined ? (
          <p class="quiet">{strings.chooseEntry}</p>
        ) : (
          <EntryView
            key={chosen}
            id={chosen}
            version={version}
            line={list?.entries.find(({ id }) => id === chosen)}
          />
        )}
      </div>
    </div>
  );
}
