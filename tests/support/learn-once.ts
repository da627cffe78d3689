import { findOrBuildProgram } from "../../build/program.mjs";
import { ourData } from "./our-knowledge.ts";

/** Before all tests: the program is built, and our knowledge learned and cached, so that no test file has to. */
export async function setup(): Promise<void> {
  await findOrBuildProgram({ otherFolder: () => ourData, notify: () => {} });
}
