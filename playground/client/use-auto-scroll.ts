import { useEffect, useLayoutEffect, useRef } from "preact/hooks";

/** A list scrolled this close to its end keeps following it. */
const bottomTolerancePx = 160;

/** Keeps a list scrolled to its end when it grows or is resized, unless the reader has scrolled up. */
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
