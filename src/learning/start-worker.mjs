// Node.js 20: tsx, which runs the TypeScript, must be registered in each worker.
import { register } from "tsx/esm/api";

register();
await import("./worker.ts");
