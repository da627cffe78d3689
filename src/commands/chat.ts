import { readConfig } from "../config.ts";
import { openChat } from "./open-chat.ts";
import { run } from "./run.ts";

await run(() => openChat(readConfig(process.env, {}).core));
