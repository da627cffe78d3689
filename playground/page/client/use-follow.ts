import { useLayoutEffect, useRef } from "preact/hooks";

/** How near its end, in pixels, a list has to be to follow what is added. */
const near = 160;

/** Keeps a list at its end while things are added, unless the reader has scrolled up. */
export function useFollow(place: string, last: unknown) {
  const list = useRef<HTMLDivElement>(null);
  const shown = useRef("");
  const follows = useRef(true);
  useLayoutEffect(() => {
    const { current } = list;
    if (!current) return;
    const isNew = shown.current !== place;
    shown.current = place;
    if (isNew || follows.current) current.scrollTop = current.scrollHeight;
  }, [place, last]);
  const onScroll = () => {
    const { current } = list;
    if (current) follows.current = current.scrollHeight - current.scrollTop - current.clientHeight < near;
  };
  return { list, onScroll };
}
