import { type Refusal, refuse } from "./result.ts";

/** A page of a list: apis/web-api/pagination */
export function cut<T>(
  items: readonly T[],
  { cursor = "", limit }: { readonly cursor?: string | undefined; readonly limit: number },
): { readonly items: readonly T[]; readonly next: { readonly next_cursor: string } } | Refusal {
  const start = cursor === "" ? "0" : Buffer.from(cursor, "base64").toString();
  if (!/^\d{1,9}$/.test(start)) return refuse("invalid_cursor");
  const from = Number(start);
  const size = Math.min(Math.max(limit, 1), 1000);
  const hasMore = items.length > from + size;
  const next_cursor = hasMore ? Buffer.from(String(from + size)).toString("base64") : "";
  return { items: items.slice(from, from + size), next: { next_cursor } };
}
