/** The major versions of Node.js that Signpost runs on, and that its tests pass on. */
export const nodeVersions = [20, 22, 24] as const;
