import type { AppDelivery } from "./delivery/delivery.ts";

/** Changes interactions on their way to the app, such as to those of another organisation's people. */
export interface InteractionChanges {
  set(change: ((body: object) => object) | undefined): void;
  apply(delivery: AppDelivery): AppDelivery;
}

export function createInteractionChanges(): InteractionChanges {
  let change: (body: object) => object = (body) => body;
  return {
    set: (next = (body) => body) => {
      change = next;
    },
    apply: (delivery) =>
      delivery.kind === "interaction" ? { ...delivery, body: change(delivery.body) } : delivery,
  };
}
