const marginPx = 8;
const gapPx = 4;

/** Places a popover below a button, or above it where there is more room, and within the window. */
export function placeBelow(button: HTMLElement, popover: HTMLElement): void {
  const { left, top, bottom, width } = button.getBoundingClientRect();
  const roomBelow = window.innerHeight - bottom - gapPx - marginPx;
  const roomAbove = top - gapPx - marginPx;
  const { style } = popover;
  style.minWidth = `${Math.min(width, window.innerWidth - 2 * marginPx)}px`;
  style.maxHeight = "";
  const isBelow = popover.offsetHeight <= roomBelow || roomBelow >= roomAbove;
  style.maxHeight = `${Math.max(0, isBelow ? roomBelow : roomAbove)}px`;
  const furthestLeft = window.innerWidth - popover.offsetWidth - marginPx;
  style.left = `${Math.max(marginPx, Math.min(left, furthestLeft))}px`;
  style.top = `${isBelow ? bottom + gapPx : top - gapPx - popover.offsetHeight}px`;
}
