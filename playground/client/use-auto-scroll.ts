import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

/** A list scrolled this close to its end keeps following it. */
const bottomTolerancePx = 160;

/**
 * Keeps a list scrolled to its end when it grows or is resized, unless the reader has scrolled up. `isFollowed`: the list is
 * in view and at its end, so that what is new in it is seen.
 */
export function useAutoScroll(place: string, last: unknown) {
  const list = useRef<HTMLDivElement>(null);
  const shown = useRef("");
  const isAtEnd = useRef(true);
  const [isFollowed, setFollowed] = useState(false);
  const update = () => setFollowed(isAtEnd.current && (list.current?.checkVisibility() ?? false));
  const toEnd = () => {
    const { current } = list;
    if (current && isAtEnd.current) current.scrollTop = current.scrollHeight;
  };
  useLayoutEffect(() => {
    if (shown.current !== place) isAtEnd.current = true;
    shown.current = place;
    toEnd();
    update();
  }, [place, last]);
  useEffect(() => {
    const { current } = list;
    if (!current) return undefined;
    // A list that is hidden or shown again is resized, too.
    const observer = new ResizeObserver(() => {
      toEnd();
      update();
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  const onScroll = () => {
    const { current } = list;
    if (current)
      isAtEnd.current = current.scrollHeight - current.scrollTop - current.clientHeight < bottomTolerancePx;
    update();
  };
  return { list, onScroll, isFollowed };
}
