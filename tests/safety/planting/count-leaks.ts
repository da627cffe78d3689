import type { PlantedKind } from "./kind.ts";
import { type Destination, destinations, plantInName, plantInWords } from "./plant-secret.ts";
import { type Random, seeded } from "./random.ts";

/** How often secrets of a kind were planted, and where some arrived. */
export interface KindCount {
  readonly name: string;
  readonly planted: number;
  readonly caught: number;
  readonly arrived: readonly Destination[];
}

/**
 * Plants secrets of a kind, each with other random values, in sentences and in as many names as given.
 * @param plan.seed the same seed plants the same
 */
export async function countLeaks(
  kind: PlantedKind,
  plan: { readonly sentences: readonly string[]; readonly names: number; readonly seed: number },
): Promise<KindCount> {
  const random: Random = seeded(plan.seed);
  const results: (readonly Destination[])[] = [];
  for (const sentence of plan.sentences) results.push(await plantInWords(kind.plant(random), sentence));
  for (let name = 0; name < plan.names; name += 1) results.push(await plantInName(kind.plant(random)));
  const arrived = new Set(results.flat());
  return {
    name: kind.name,
    planted: results.length,
    caught: results.filter((places) => places.length === 0).length,
    arrived: destinations.filter((place) => arrived.has(place)),
  };
}
