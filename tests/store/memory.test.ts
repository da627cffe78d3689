import { createMemoryStore } from "../../src/store/memory.ts";
import { testStore } from "../contracts/store.ts";

testStore("memory", async (now) => createMemoryStore(now));
