/** Who is there on both platforms, with the language that Discord speaks to them at first. */
export const people = [
  { name: "alex", locale: "en-US", isModerator: false },
  { name: "linh", locale: "vi", isModerator: false },
  { name: "sam", locale: "en-US", isModerator: true },
] as const;
