/** The people on every local platform. `locale`: their Discord language at the start. */
export const people = [
  { name: "alex", locale: "en-US", isModerator: false },
  { name: "linh", locale: "vi", isModerator: false },
  { name: "sam", locale: "en-US", isModerator: true },
] as const;

export type PersonName = (typeof people)[number]["name"];
