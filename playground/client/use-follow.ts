import { useEffect, useLayoutEffect, useRef } from "preact/hooks";

/** How near its end, in pixels, a list has to be to follow what is added. */
const near = 160;

/** Keeps a list at its end while things are added or its room changes, unless the reader has scrolled up. */
export function useFollow(place: string, last: unknown) {
  const list = useRef<HTMLDivElement>(null);
  const shown = useRef("");
  const follows = useRef(true);
  const toEnd = () => {
    const { current } = list;
    if (current && follows.current) current.scrollTop = current.scrollHeight;
  };
  useLayoutEffect(() => {
    if (shown.current !== place) follows.current = true;
    shown.current = place;
    toEnd();
  }, [place, last]);
  useEffect(() => {
    const { current } = list;
    if (!current) return undefined;
    const observer = new ResizeObserver(toEnd);
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  const onScroll = () => {
    const { current } = list;
    if (current) follows.current = current.scrollHeight - current.scrollTop - current.clientHeight < near;
  };
  return { list, onScroll };
}
