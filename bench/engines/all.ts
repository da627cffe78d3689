import type { Engine } from "./engine.ts";
import { fuseDefaults } from "./fuse-defaults.ts";
import { fuseTokenSearch } from "./fuse-token-search.ts";
import { miniSearch } from "./minisearch.ts";
import { nlpJs } from "./nlpjs.ts";
import { signpost } from "./signpost.ts";

/** Every compared engine. Ours is first: the tables relate the others to it. */
export const engines: readonly Engine[] = [signpost, fuseDefaults, fuseTokenSearch, miniSearch, nlpJs];
