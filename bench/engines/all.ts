import type { Engine } from "./engine.ts";
import { fuseDefaults } from "./fuse-defaults.ts";
import { fuseTokenSearch } from "./fuse-token-search.ts";
import { miniSearch } from "./minisearch.ts";
import { nlpJs } from "./nlpjs.ts";
import { signpost } from "./signpost.ts";

/** Every engine that is compared; ours first, since the others are set in relation to it. */
export const engines: readonly Engine[] = [signpost, fuseDefaults, fuseTokenSearch, miniSearch, nlpJs];
