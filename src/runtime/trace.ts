import type { TurnResult } from "../conversation/types.ts";
import type { Incoming } from "../platform/incoming.ts";

/**
 * How far an event has come. `recalled`: its session is loaded. `answered`: the reply is made. `stored`: reply and
 * session are stored. `sent`: never for silence.
 */
export type TraceEvent =
  | { readonly kind: "received"; readonly incoming: Incoming }
  | { readonly kind: "recalled"; readonly id: string }
  | { readonly kind: "answered"; readonly id: string; readonly result: TurnResult }
  | { readonly kind: "stored"; readonly id: string }
  | { readonly kind: "sent"; readonly id: string };

/** Follows events through the core. Called synchronously in the middle of the work, so it must be quick. */
export type Trace = (event: TraceEvent) => void;
