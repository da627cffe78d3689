import { setMaxListeners } from "node:events";

/** An AbortController whose signal any number of callers may wait for: Node warns of more than ten. */
export function createStopController(): AbortController {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  return controller;
}
