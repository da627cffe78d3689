import { useEffect, useRef, useState } from "preact/hooks";

export interface Pending {
  readonly id: number;
  readonly text: string;
}

/** Usually a message is there sooner, and nothing is shown. */
const shownAfterMs = 300;

/** Messages that are on their way: while the bot is starting, they are kept until it can hear them. */
export function usePending() {
  const [pending, setPending] = useState<readonly Pending[]>([]);
  const next = useRef(0);
  const isGone = useRef(false);
  useEffect(
    () => () => {
      isGone.current = true;
    },
    [],
  );
  const track = async (text: string, sending: Promise<unknown>): Promise<void> => {
    const id = next.current++;
    const timer = setTimeout(() => {
      if (!isGone.current) setPending((before) => [...before, { id, text }]);
    }, shownAfterMs);
    await sending;
    clearTimeout(timer);
    if (!isGone.current) setPending((before) => before.filter((one) => one.id !== id));
  };
  return { pending, track };
}
