import { useEffect, useLayoutEffect, useRef } from "preact/hooks";

/** How near its end, in pixels, a list has to be to follow what is added. */
const bottomTolerancePx = 160;

/** Keeps a list at its end while things are added or its room changes, unless the reader has scrolled up. */
export function useAutoScroll(place: string, last: unknown) {
  const list = useRef<HTMLDivElement>(null);
  const shown = useRef("");
  const isAtEnd = useRef(true);
  const toEnd = () => {
    const { current } = list;
    if (current && isAtEnd.current) current.scrollTop = current.scrollHeight;
  };
  useLayoutEffect(() => {
    if (shown.current !== place) isAtEnd.current = true;
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
    if (current)
      isAtEnd.current = current.scrollHeight - current.scrollTop - current.clientHeight < bottomTolerancePx;
  };
  return { list, onScroll };
}
