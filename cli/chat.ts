import { platforms } from "../adapters/platforms.ts";
import { readCoreConfig } from "../src/app/config.ts";
import { openChat } from "./open-chat.ts";
import { run } from "./shared/run-command.ts";

await run(() => openChat(readCoreConfig(process.env, platforms)));
