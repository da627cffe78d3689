import type { AppIdentity } from "../workspace-context.ts";
import type { DeliveryFault } from "../faults.ts";
import type { Carry } from "./delivery.ts";
import { carryTo, verifyUrl } from "./request-url.ts";

/** Where deliveries go: by Socket Mode, or to a request URL once there is one. */
export interface Router {
  readonly carry: Carry;
  deliverTo(url: string | undefined): void;
  verifyRequestUrl(): Promise<boolean>;
  /** The next delivery to the request URL goes wrong. */
  spoilNext(fault: DeliveryFault): void;
}

interface Ways {
  readonly app: AppIdentity;
  readonly bySocket: Carry;
  readonly log: (line: string) => void;
}

export function createRouter({ app, bySocket, log }: Ways): Router {
  let requestUrl: string | undefined;
  let waitingFault: DeliveryFault | undefined;

  const takeFault = () => {
    const fault = waitingFault;
    waitingFault = undefined;
    return fault;
  };
  const destination = (url: string) => ({ url, signingSecret: app.signingSecret, takeFault });

  return {
    carry: async (delivery) => {
      const carry = requestUrl === undefined ? bySocket : carryTo(destination(requestUrl));
      const acknowledgement = await carry(delivery);
      log(`${delivery.kind}: ${acknowledgement.kind}`);
      return acknowledgement;
    },
    deliverTo: (url) => {
      requestUrl = url;
    },
    verifyRequestUrl: async () =>
      requestUrl !== undefined && verifyUrl({ ...destination(requestUrl), token: app.verificationToken }),
    spoilNext: (fault) => {
      waitingFault = fault;
    },
  };
}
