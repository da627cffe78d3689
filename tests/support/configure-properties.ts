import fc from "fast-check";
import { propertyRuns } from "./property-runs.ts";

// For the properties that ask for no number of their own.
fc.configureGlobal({ numRuns: propertyRuns(100) });
