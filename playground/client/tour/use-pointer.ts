import { useEffect, useRef } from "preact/hooks";

/** Marks the element that selectors lead to, as the page changes. @returns shows it and moves the focus there */
export function usePointer(selectors: readonly string[]): () => void {
  const current = useRef<Element | undefined>(undefined);
  const wanted = selectors.join("\n");
  useEffect(() => {
    const update = () => {
      const found = findTarget(wanted.split("\n"));
      if (found === current.current) return;
      current.current?.removeAttribute(mark);
      found?.setAttribute(mark, "");
      current.current = found;
    };
    let frame = 0;
    const observer = new MutationObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(update);
    });
    observer.observe(document.body, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ["class", "aria-current", "aria-pressed", "open"],
    });
    window.addEventListener("resize", update);
    update();
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
      window.removeEventListener("resize", update);
      current.current?.removeAttribute(mark);
      current.current = undefined;
    };
  }, [wanted]);
  return () => {
    const { current: target } = current;
    const motion = matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
    target?.scrollIntoView({ block: "nearest", behavior: motion });
    const field = target?.querySelector("textarea") ?? target;
    if (field instanceof HTMLElement) field.focus({ preventScroll: true });
  };
}

const mark = "data-pointed";

function findTarget(selectors: readonly string[]): Element | undefined {
  for (const selector of selectors.filter(Boolean)) {
    const found = [...document.querySelectorAll(selector)].filter(canBeUsed).at(-1);
    if (found) return found;
  }
  return undefined;
}

function canBeUsed(element: Element): boolean {
  return element.checkVisibility() && !element.matches(":disabled");
}
