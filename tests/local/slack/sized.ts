import { openWorkspace } from "./connect-app.ts";
import { call } from "./raw-app.ts";

/** A text of a length. */
export function sized(length: number): string {
  return "x".repeat(length);
}

/** Calls one method in a workspace of its own, in its channel. */
export async function connectedCall(method: string) {
  const { workspace, channel } = await openWorkspace({ burst: 1000 });
  return async (args: object) => (await call(workspace, method, { channel, ...args })).body;
}
