import type { Backstage, TurnRecord } from "./backstage.ts";
import type { ApiCall, LocalPlatform } from "./local-platform.ts";

/** A turn with the requests that the adapter made meanwhile. */
export interface TurnDetail {
  readonly turn: TurnRecord;
  readonly calls: readonly ApiCall[];
}

export function describeTurn(
  platforms: readonly LocalPlatform[],
  backstage: Backstage,
  id: string,
): TurnDetail | undefined {
  const turn = backstage.turns().find((one) => one.id === id);
  if (!turn) return undefined;
  const calls = platforms.find(({ name }) => name === turn.platform)?.calls() ?? [];
  const until = turn.endedAt ?? Number.POSITIVE_INFINITY;
  return { turn, calls: calls.filter(({ at }) => at >= turn.at && at <= until) };
}
