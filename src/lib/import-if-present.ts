import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { locateModule } from "./built-program.ts";

/** Imports a module whose name is only known at run time; undefined if there is no such file. */
export async function importIfPresent(url: URL): Promise<unknown> {
  const module = locateModule(url);
  if (!existsSync(fileURLToPath(module))) return undefined;
  return import(module.href);
}
