import type { Clock } from "../../shared/clock.ts";
import { acknowledge } from "../limits.ts";
import type { Acknowledgement, Carry, Delivery } from "./delivery.ts";

/** Delivers and gives the app 3 s to acknowledge: interactivity/handling-user-interaction */
export function deliverInTime(clock: Clock, carry: Carry, delivery: Delivery): Promise<Acknowledgement> {
  return new Promise((resolve) => {
    const callOff = clock.after(acknowledge, () => resolve({ kind: "timeout" }));
    void carry(delivery).then((acknowledgement) => {
      callOff();
      resolve(acknowledgement);
    });
  });
}
