import type { ComponentChildren, JSX } from "preact";
import { safeUrl } from "./safe-url.ts";

interface Props {
  readonly url: string;
  readonly children: ComponentChildren;
  readonly class?: string;
  readonly onFollow?: () => void;
}

/** A link that opens in a new tab. If its address is not safe, only its text is shown. */
export function Link({ url, children, class: name, onFollow }: Props): JSX.Element {
  const href = safeUrl(url);
  if (href === undefined) return <span class={name}>{children}</span>;
  return (
    <a href={href} class={name} target="_blank" rel="noreferrer noopener" onClick={onFollow}>
      {children}
    </a>
  );
}
