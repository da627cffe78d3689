import type { CoreView, TurnRecord } from "./core-view.ts";
import type { ApiCall, LocalPlatform } from "./local-platform.ts";

/** A turn, with the API requests that the adapter made during it. */
export interface TurnDetail {
  readonly turn: TurnRecord;
  readonly calls: readonly ApiCall[];
}

export function describeTurn(
  platforms: readonly LocalPlatform[],
  coreView: CoreView,
  id: string,
): TurnDetail | undefined {
  const turn = coreView.turns().find((one) => one.id === id);
  if (!turn) return undefined;
  const calls = platforms.find(({ name }) => name === turn.platform)?.calls() ?? [];
  const until = turn.endedAt ?? Number.POSITIVE_INFINITY;
  return { turn, calls: calls.filter(({ at }) => at >= turn.at && at <= until) };
}
