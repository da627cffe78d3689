import type { StoreContents } from "../../src/store/sqlite/examine-copy.ts";

/** What a copy of a store holds, a line a kind. */
export function showContents({ values, lines, events }: StoreContents): readonly string[] {
  const rows = [
    ...values.map(({ name, count }) => ({ count, what: name })),
    ...lines.map(({ name, count }) => ({ count, what: `lines of the log ${name}` })),
    { count: events.finished, what: "ids of events that are answered" },
    { count: events.unfinished, what: "events that are not answered yet" },
  ];
  return rows.map(({ count, what }) => `${String(count).padStart(8)}  ${what}`);
}

/** As in "1.2 MB, schema 1, intact". */
export function describeCopy({ bytes, schemaVersion }: StoreContents): string {
  const kilobytes = bytes / 1000;
  const size = kilobytes < 1000 ? `${Math.ceil(kilobytes)} kB` : `${(kilobytes / 1000).toFixed(1)} MB`;
  return `${size}, schema ${schemaVersion}, intact`;
}
