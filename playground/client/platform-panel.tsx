import type { JSX } from "preact";
import { PlainView } from "./plain-view.tsx";
import type { PanelProps } from "./platform-drawing.tsx";
import { drawingOf } from "./platforms.ts";

interface Props extends Omit<PanelProps, "view"> {
  /** Undefined until it has been received. */
  readonly view: string | undefined;
}

/** What a person sees on a platform. */
export function PlatformPanel({ view, ...others }: Props): JSX.Element | null {
  if (view === undefined) return null;
  const drawing = drawingOf(others.platform);
  if (!drawing) return <PlainView name={others.platform} view={view} />;
  return <drawing.Panel view={view} {...others} />;
}
