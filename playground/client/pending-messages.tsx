import type { JSX } from "preact";
import { Avatar } from "./avatar.tsx";
import { useStrings } from "./page-strings.ts";
import type { Pending } from "./use-pending.ts";

interface Props {
  readonly name: string;
  readonly pending: readonly Pending[];
}

/** What the person wrote while the bot was starting: it is kept, and sent then. */
export function PendingMessages({ name, pending }: Props): JSX.Element {
  const strings = useStrings();
  return (
    <>
      {pending.map(({ id, text }) => (
        <div key={id} class="message pending">
          <Avatar name={name} isBot={false} />
          <div class="body">
            <p class="head">
              <strong>{name}</strong>
              <span class="quiet">{strings.pending}</span>
            </p>
            <p>{text}</p>
          </div>
        </div>
      ))}
    </>
  );
}
