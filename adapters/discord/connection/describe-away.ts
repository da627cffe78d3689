/**
 * Says which shards are away, by Discord's numbers, which begin with 0; undefined if none is, or all are.
 * @param shardCount of all shards
 */
export function describeAway(away: readonly number[], shardCount: number): string | undefined {
  if (away.length === 0 || away.length >= shardCount) return undefined;
  const range = `of shards 0 to ${shardCount - 1}`;
  if (away.length === 1) return `shard ${away[0]} is away, ${range}`;
  return `shards ${away.slice(0, -1).join(", ")} and ${away.at(-1)} are away, ${range}`;
}
