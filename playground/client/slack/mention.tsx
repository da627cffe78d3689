import type { JSX } from "preact";
import { useContext } from "preact/hooks";
import { SlackContext } from "./slack-context.ts";

/** A person or channel, by name. */
export function Mention({
  kind,
  id,
}: {
  readonly kind: "user" | "channel";
  readonly id: string;
}): JSX.Element {
  const { view } = useContext(SlackContext);
  const name =
    kind === "user"
      ? `@${view.users[id] ?? id}`
      : `#${view.channels.find((one) => one.id === id)?.name ?? id}`;
  return <span class="mention">{name}</span>;
}
