import type { Platform } from "../src/platform/platform.ts";
import { discord } from "./discord/platform.ts";
import { slack } from "./slack/platform.ts";

/**
 * The platforms that Signpost can serve. Everything that has to know them reads this list: the start, the doctor,
 * TEAM_CHANNEL, the playground, the soak and the benchmarks, and the tests. The name of a platform is also that of its
 * folders in adapters/, local/, playground/, soak/ and bench/.
 */
export const platforms: readonly Platform[] = [slack, discord];
