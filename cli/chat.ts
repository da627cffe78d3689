import { readConfig } from "../src/app/config.ts";
import { openChat } from "./open-chat.ts";
import { run } from "./shared/run-command.ts";

await run(() => openChat(readConfig(process.env, {}).core));
