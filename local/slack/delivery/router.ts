import type { DeliveryFault } from "../faults.ts";
import type { SlackAppIdentity } from "../workspace-context.ts";
import type { Deliver } from "./delivery.ts";
import { createUrlDelivery, verifyUrl } from "./request-url.ts";

/** Delivers by Socket Mode, or to the request URL once one is set. */
export interface DeliveryRouter {
  readonly deliver: Deliver;
  deliverTo(url: string | undefined): void;
  verifyRequestUrl(): Promise<boolean>;
  /** Injects a fault into the next delivery to the request URL. */
  failNext(fault: DeliveryFault): void;
}

interface DeliveryRouterOptions {
  readonly app: SlackAppIdentity;
  readonly deliverBySocket: Deliver;
  readonly log: (line: string) => void;
}

export function createRouter({ app, deliverBySocket, log }: DeliveryRouterOptions): DeliveryRouter {
  let requestUrl: string | undefined;
  let nextFault: DeliveryFault | undefined;

  const takeFault = () => {
    const fault = nextFault;
    nextFault = undefined;
    return fault;
  };
  const toRequestUrl = (url: string) => ({ url, signingSecret: app.signingSecret, takeFault });

  return {
    deliver: async (delivery) => {
      const deliver =
        requestUrl === undefined ? deliverBySocket : createUrlDelivery(toRequestUrl(requestUrl));
      const acknowledgement = await deliver(delivery);
      log(`${delivery.kind}: ${acknowledgement.kind}`);
      return acknowledgement;
    },
    deliverTo: (url) => {
      requestUrl = url;
    },
    verifyRequestUrl: async () =>
      requestUrl !== undefined && verifyUrl({ ...toRequestUrl(requestUrl), token: app.verificationToken }),
    failNext: (fault) => {
      nextFault = fault;
    },
  };
}
