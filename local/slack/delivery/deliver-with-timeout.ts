import type { Clock } from "../../shared/clock.ts";
import { acknowledgeTimeoutMs } from "../limits.ts";
import type { Acknowledgement, AppDelivery, Deliver } from "./delivery.ts";

/** Delivers, and gives the app 3 s to acknowledge: interactivity/handling-user-interaction */
export function deliverWithTimeout(
  clock: Clock,
  deliver: Deliver,
  delivery: AppDelivery,
): Promise<Acknowledgement> {
  return new Promise((resolve) => {
    const cancelTimeout = clock.after(acknowledgeTimeoutMs, () => resolve({ kind: "timeout" }));
    void deliver(delivery).then((acknowledgement) => {
      cancelTimeout();
      resolve(acknowledgement);
    });
  });
}
