import { type Handover, handoverSchema } from "../../cases/handover.ts";
import { parseJson } from "../../lib/parse-json.ts";
import type { Store, Write } from "../../store/store.ts";
import { inStoreTime } from "../store-call.ts";
import { handoverKey } from "./session-keys.ts";
import { sessionTtlMs } from "./session-writes.ts";
import type { VersionedReads } from "./versioned-reads.ts";

/**
 * Stores a handover before anybody is told of it: the buttons of a new one may be pressed at once, and of two helpers who
 * take it only one may tell the person.
 * @returns false if another process has changed it since it was read
 * @throws StoreCallError
 */
export async function storeHandover(
  store: Store,
  reads: VersionedReads,
  { before, after }: { readonly before: Handover | undefined; readonly after: Handover },
): Promise<boolean> {
  const write = toWrite(after);
  if (before?.id === after.id) return inStoreTime(store.write(reads.guard([write])));
  // A new one that is there already was stored before a crash, and may have been taken since.
  await inStoreTime(store.write([{ ...write, ifVersion: 0 }]));
  return true;
}

/**
 * Stores the thread that a new handover was posted in. Everything else of it may have changed meanwhile.
 * @throws StoreCallError
 */
export async function addThread(store: Store, { id, thread }: Handover): Promise<void> {
  await change(store, id, (current) => thread && { ...current, thread });
}

/**
 * Takes a change back whose message could not be sent, unless the handover has changed again.
 * @throws StoreCallError
 */
export async function undoHandover(store: Store, before: Handover, after: Handover): Promise<void> {
  await change(store, after.id, (_, stored) => (stored === JSON.stringify(after) ? before : undefined));
}

const maxAttempts = 5;

async function change(
  store: Store,
  id: string,
  edit: (current: Handover, stored: string) => Handover | undefined,
): Promise<void> {
  for (let count = 1; count <= maxAttempts; count += 1) {
    const stored = await inStoreTime(store.get(handoverKey(id)));
    const current = stored && parseJson(stored.value, handoverSchema);
    const edited = current && edit(current, stored.value);
    if (!edited) return;
    if (await inStoreTime(store.write([{ ...toWrite(edited), ifVersion: stored.version }]))) return;
  }
}

function toWrite(handover: Handover): Write & { readonly kind: "set" } {
  const value = JSON.stringify(handover);
  return { kind: "set", key: handoverKey(handover.id), value, ttl: sessionTtlMs };
}
