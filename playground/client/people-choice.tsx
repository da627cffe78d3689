import type { JSX } from "preact";
import { type PersonName, people } from "../server/people.ts";
import { hueOf } from "./avatar.tsx";
import { useStrings } from "./page-strings.ts";
import { UnreadBadge } from "./unread-badge.tsx";

interface Props {
  readonly person: PersonName;
  readonly onPerson: (person: PersonName) => void;
  /** How many messages for a person are unread. */
  readonly countFor: (person: string) => number;
}

/** Who the reader is at the moment, and who else they can be, each with what waits for them. */
export function PeopleChoice({ person, onPerson, countFor }: Props): JSX.Element {
  const strings = useStrings();
  return (
    <div class="people" role="group" aria-label={strings.you}>
      <span class="wide-only" aria-hidden="true">
        {strings.you}
      </span>
      {people.map(({ name }) => {
        const count = countFor(name);
        return (
          <button
            key={name}
            type="button"
            aria-pressed={name === person}
            title={strings.people[name].description}
            data-tour={`person/${name}`}
            onClick={() => onPerson(name)}
          >
            <span class={`initial ${hueOf(name)}`} aria-hidden="true">
              {strings.people[name].name.slice(0, 1)}
            </span>
            <span class="name">
              {strings.people[name].name} <span class="read-out">({strings.people[name].description})</span>
            </span>
            <UnreadBadge mark={{ count, direct: count }} />
          </button>
        );
      })}
    </div>
  );
}
