import type { Store, Write } from "../../store/store.ts";

/** Reads values, and remembers their versions, so that none is written over what another process wrote meanwhile. */
export interface VersionedReads extends Pick<Store, "get"> {
  /** The writes, of which those over a value that was read are only done if it is still the same. */
  guard(writes: readonly Write[]): readonly Write[];
}

export function createVersionedReads(store: Store): VersionedReads {
  const versions = new Map<string, number>();
  return {
    get: async (key) => {
      const found = await store.get(key);
      versions.set(key, found?.version ?? 0);
      return found;
    },
    guard: (writes) =>
      writes.map((write) => {
        const version = write.kind === "set" ? versions.get(write.key) : undefined;
        return version === undefined ? write : { ...write, ifVersion: version };
      }),
  };
}
