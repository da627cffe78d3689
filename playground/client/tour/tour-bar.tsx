import type { JSX } from "preact";
import type { PersonName } from "../../server/people.ts";
import type { StreamParts } from "../../server/streams.ts";
import { Icon } from "../icons.tsx";
import { useStrings } from "../page-strings.ts";
import { type TourProgress, tourSteps } from "./progress.ts";
import { actorOf, targetsOf } from "./targets.ts";
import { usePointer } from "./use-pointer.ts";
import type { Tour } from "./use-tour.ts";

interface Props {
  readonly tour: Tour;
  readonly person: PersonName;
  readonly view: string;
  readonly team: StreamParts["team"];
  /** Begins the tour, or begins it again. */
  readonly onBegin: () => void;
}

/** The guided tour, as a bar above the platforms that covers nothing: an offer, the step to do, or the end. */
export function TourBar({ tour, onBegin, ...situation }: Props): JSX.Element | null {
  const { tour: strings } = useStrings();
  const { state, close } = tour;
  if (state.kind === "closed") return null;
  if (state.kind === "offered") {
    return (
      <section class="tour" aria-label={strings.name}>
        <p class="tour-text">{strings.offer}</p>
        <div class="tour-buttons">
          <button type="button" class="strong" onClick={onBegin}>
            {strings.begin}
          </button>
          <button type="button" onClick={close}>
            {strings.notNow}
          </button>
        </div>
      </section>
    );
  }
  return <RunningTour progress={state.progress} {...situation} onBegin={onBegin} onEnd={close} />;
}

interface RunningProps extends Omit<Props, "tour"> {
  readonly progress: TourProgress;
  readonly onEnd: () => void;
}

function RunningTour({ progress, person, view, team, onBegin, onEnd }: RunningProps): JSX.Element {
  const { tour: strings, people } = useStrings();
  const { asker, platform, at } = progress;
  const step = tourSteps[at];
  const show = usePointer(step ? targetsOf(step, { asker, platform, person, view, team }) : []);
  const names = { asker: people[asker].name, helper: people.sam.name };
  const actor = step && actorOf(step, asker);
  // These two steps are about becoming somebody.
  const isSomebodyElse = actor !== undefined && step !== "helper" && step !== "read" && actor !== person;
  const { what, why } = step ? strings.steps[step] : strings.done;
  return (
    <section class="tour" aria-label={strings.name}>
      <p class="tour-text" aria-live="polite">
        <span class="tour-count">
          {step ? strings.progress(at + 1, tourSteps.length) : <Icon name="check" />}
        </span>{" "}
        <strong>
          {isSomebodyElse ? strings.become(people[actor].name) : ""} {what(names)}
        </strong>{" "}
        <span>{why(names)}</span>
      </p>
      <div class="tour-buttons">
        {step ? (
          <button type="button" class="strong" onClick={show}>
            {strings.showMe}
          </button>
        ) : (
          <button type="button" class="strong" onClick={onBegin}>
            {strings.again}
          </button>
        )}
        {step && at > 0 && (
          <button
            type="button"
            class="icon-button"
            aria-label={strings.again}
            title={strings.again}
            onClick={onBegin}
          >
            <Icon name="reload" />
          </button>
        )}
        <button
          type="button"
          class="icon-button"
          aria-label={strings.end}
          title={strings.end}
          onClick={onEnd}
        >
          <Icon name="close" />
        </button>
      </div>
    </section>
  );
}
