import type { Responder } from "../types.ts";
import { type Evidence, isOther } from "./evidence.ts";
import type { FollowUpKind } from "./kinds.ts";

/** What fits so well is given: without phrases, a part is found by its own words alone, which count half. */
const minFit = 0.1;
/** What fits so well is given although the message says that nothing helped, or is about another topic as well. */
const sureFit = 0.3;

/** The kind of a follow-up in a pack without follow-ups of its own, for which nothing was fitted. */
export function kindByRules({ knowledge }: Responder, evidence: Evidence): FollowUpKind {
  const { entry, match, heard, recognised, found } = evidence;
  const fit = found.parts[0]?.fit ?? 0;
  if (heard.worked) return "solved";
  const topic = "entry" in match ? knowledge.find(match.entry) : undefined;
  if (fit < sureFit) {
    if (topic && topic.kind !== "elsewhere" && isOther(entry, topic)) return "topic";
    if (heard.noHelp || recognised.isNegative || topic?.id === entry.id) return "noHelp";
  }
  if (fit >= minFit) return "part";
  return match.outcome === "suggest" ? "topic" : "nothing";
}
