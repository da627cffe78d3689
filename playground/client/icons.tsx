import type { JSX } from "preact";

const paths = {
  send: "M3 11.5 20.5 4 14 21l-2.5-7z",
  close: "M6 6l12 12M18 6 6 18",
  reply: "M10 8 5 12l5 4v-2.6c4 0 6.5 1.2 8.5 4.1-.6-4.6-3.3-7.2-8.5-7.5z",
  thread: "M4 5h16v10H10l-4 4v-4H4zM8 9h8M8 11.5h5",
  inspector: "M8 6 3 12l5 6M16 6l5 6-5 6M13.5 4l-3 16",
  search: "M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM15.5 15.5 21 21",
  eye: "M2.5 12s3.5-6 9.5-6 9.5 6 9.5 6-3.5 6-9.5 6-9.5-6-9.5-6zM12 9.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z",
  reload: "M19 12a7 7 0 1 1-2-5l2 2M19 4.5V9h-4.5",
  back: "M14 6l-6 6 6 6",
  file: "M6 3h8l4 4v14H6zM14 3v4h4",
  forum: "M4 5h13v9H9l-3 3v-3H4zM9.5 16.5H16l3 3v-3h1V9h-1",
  sun: "M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM12 2.5v2.5M12 19v2.5M2.5 12H5M19 12h2.5M5.3 5.3 7 7M17 17l1.7 1.7M5.3 18.7 7 17M17 7l1.7-1.7",
  moon: "M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z",
  info: "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM12 11v5.5M12 7.6v.1",
  warning: "M12 4 21 19.5H3zM12 10v4.5M12 16.9v.1",
  settings: "M4 7h9M17 7h3M4 17h3M11 17h9M15 5v4M9 15v4",
  tour: "M6 21V4M6 5h11l-2.5 3.5L17 12H6",
  image: "M4 5h16v14H4zM4 16l5-5 4.5 4.5L16 13l4 4M15 8.2a1.3 1.3 0 1 1 0 2.6 1.3 1.3 0 0 1 0-2.6z",
  check: "M5 12.5 10 17.5 19.5 7",
  down: "M6 9.5l6 6 6-6",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  auto: "M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16zM12 4v16M12 8h5.5M12 12h7.5M12 16h5.5",
} as const;

export type IconName = keyof typeof paths;

/** A decorative icon: hidden from screen readers, so that a button with an icon alone needs a label. */
export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.7"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
