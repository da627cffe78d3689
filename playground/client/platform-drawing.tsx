import type { ComponentType, JSX } from "preact";
import { useMemo } from "preact/hooks";
import { type Act, actAs } from "./api-client.ts";
import type { PageStrings } from "./strings-en.ts";
import type { FailableOutcome, WithToast } from "./use-toast.ts";
import type { PlaceMarks } from "./use-unread.ts";

/** How the page draws a platform. */
export interface PlatformDrawing {
  readonly label: (strings: PageStrings) => string;
  readonly Panel: ComponentType<PanelProps>;
  /** A person's name by their id. `view`: as JSON text. */
  readonly nameOf: (view: string, id: string) => string | undefined;
}

export interface PanelProps {
  readonly platform: string;
  readonly person: string;
  /** What the person sees, as JSON text. */
  readonly view: string;
  readonly withToast: WithToast;
  readonly openInspector: (turn: string) => void;
  readonly marks: PlaceMarks;
}

/** What the component of a drawing is given. */
export interface DrawingProps<View, Action, Outcome> {
  readonly view: View;
  /** Failures are shown in a toast. */
  readonly act: Act<Action, Outcome>;
  readonly openInspector: (turn: string) => void;
  readonly marks: PlaceMarks;
}

interface DrawingDefinition<View, Action, Outcome> {
  readonly label: (strings: PageStrings) => string;
  readonly Component: ComponentType<DrawingProps<View, Action, Outcome>>;
  readonly nameOf: (view: View, id: string) => string | undefined;
}

/** Makes a drawing of its definition, so that nobody else needs to know the types of the platform. */
export function defineDrawing<View, Action, Outcome extends FailableOutcome>({
  label,
  Component,
  nameOf,
}: DrawingDefinition<View, Action, Outcome>): PlatformDrawing {
  function Panel({ platform, person, view, withToast, openInspector, marks }: PanelProps): JSX.Element {
    const parsed = useMemo(() => parseView<View>(view), [view]);
    const act = useMemo(
      () => withToast(actAs<Action, Outcome>(platform, person)),
      [withToast, platform, person],
    );
    return <Component view={parsed} act={act} openInspector={openInspector} marks={marks} />;
  }
  return { label, Panel, nameOf: (view, id) => nameOf(parseView<View>(view), id) };
}

function parseView<View>(json: string): View {
  const view: View = JSON.parse(json);
  return view;
}
