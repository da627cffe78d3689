import { apiError, type WebApiError } from "./result.ts";

/** A page of a list: apis/web-api/pagination */
export function paginate<T>(
  items: readonly T[],
  { cursor = "", limit }: { readonly cursor?: string | undefined; readonly limit: number },
): { readonly items: readonly T[]; readonly next: { readonly next_cursor: string } } | WebApiError {
  const start = cursor === "" ? "0" : Buffer.from(cursor, "base64").toString();
  if (!/^\d{1,9}$/.test(start)) return apiError("invalid_cursor");
  const from = Number(start);
  const size = Math.min(Math.max(limit, 1), 1000);
  const hasMore = items.length > from + size;
  const next_cursor = hasMore ? Buffer.from(String(from + size)).toString("base64") : "";
  return { items: items.slice(from, from + size), next: { next_cursor } };
}
