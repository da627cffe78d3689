import type { PlantedKind } from "./kind.ts";
import { awsKinds } from "./kinds/aws.ts";
import { configKinds } from "./kinds/config.ts";
import { keyKinds } from "./kinds/keys.ts";
import { numberKinds } from "./kinds/numbers.ts";
import { toldKinds } from "./kinds/told.ts";
import { vendorKinds } from "./kinds/vendors.ts";

/** All kinds of secrets that are planted, by what they have in common. */
export const plantedKinds: Readonly<Record<string, readonly PlantedKind[]>> = {
  "AWS's own": awsKinds,
  "told passwords": toldKinds,
  "keys, seeds and recovery codes": keyKinds,
  "codes, cards and numbers of people": numberKinds,
  "settings and commands": configKinds,
  "other services": vendorKinds,
};
