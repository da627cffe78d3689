import type { JSX } from "preact";
import { Loading } from "./loading.tsx";
import { useStrings } from "./page-strings.ts";
import { PlainView } from "./plain-view.tsx";
import type { PanelProps } from "./platform-drawing.tsx";
import { drawingOf, labelOf } from "./platforms.ts";

interface Props extends Omit<PanelProps, "view"> {
  /** Undefined until it has been received. */
  readonly view: string | undefined;
}

/** What a person sees on a platform. */
export function PlatformPanel({ view, ...others }: Props): JSX.Element {
  const strings = useStrings();
  const drawing = drawingOf(others.platform);
  if (view === undefined) return <Loading label={labelOf(others.platform, strings)} />;
  if (!drawing) return <PlainView name={others.platform} view={view} />;
  return <drawing.Panel view={view} {...others} />;
}
