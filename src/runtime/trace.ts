import type { TurnResult } from "../conversation/types.ts";
import type { Incoming } from "../platform/incoming.ts";

/**
 * How far an event has come: received, what is remembered read, the reply made, all of it stored, the reply sent. A
 * silence is never sent.
 */
export type TraceEvent =
  | { readonly kind: "received"; readonly incoming: Incoming }
  | { readonly kind: "recalled"; readonly id: string }
  | { readonly kind: "answered"; readonly id: string; readonly step: TurnResult }
  | { readonly kind: "stored"; readonly id: string }
  | { readonly kind: "sent"; readonly id: string };

/** Looks behind the replies while they are made: told in the middle of the work, so it has to be quick. */
export type Trace = (told: TraceEvent) => void;
