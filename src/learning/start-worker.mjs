// tsx, which runs our TypeScript, has to be registered anew in each worker (Node.js 20).
import { register } from "tsx/esm/api";

register();
await import("./worker.ts");
