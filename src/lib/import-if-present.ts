import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Imports a module whose name is only known at run time; undefined if there is no such file. */
export async function importIfPresent(url: URL): Promise<unknown> {
  if (!existsSync(fileURLToPath(url))) return undefined;
  return import(url.href);
}
