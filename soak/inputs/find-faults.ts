import { type Answer, answerSchema, lengthOf } from "../../src/answer/answer.ts";
import { type Form, splitOptions } from "../../src/answer/form.ts";
import { isOfTeamSide, readToken, tokenLimit } from "../../src/answer/token.ts";
import type { Incoming } from "../../src/platform/incoming.ts";
import type { Reply } from "../../src/platform/outcome.ts";
import { teamChannel } from "./generate-inputs.ts";

/** Maximum buttons and characters of a label that each platform can show (see each adapter's limits.ts). */
const maxButtons = 25;
const maxLabel = 75;

/**
 * What is wrong with a reply, whatever was said or pressed.
 * @param apologies the sentences that say a fault of the bot
 */
export function findFaults(
  reply: Reply,
  incoming: Incoming,
  apologies: readonly string[],
): readonly string[] {
  switch (reply.kind) {
    case "answer":
      return [reply.answer, ...(reply.pointer ? [reply.pointer] : [])]
        .flatMap((answer) => faultsOfAnswer(answer, apologies))
        .filter((fault) => fault !== leadsNowhere || !isFromTeam(incoming));
    case "form":
    case "invalid":
      return faultsOfForm(reply.form);
    case "silence":
      return incoming.addressed && !reply.because.startsWith("too much") ? [`silence: ${reply.because}`] : [];
    case "remove":
      return [];
  }
}

/** Whether a helper did it: once a handover is closed, they have nothing to press. */
function isFromTeam({ channel, input }: Incoming): boolean {
  const action = "token" in input ? readToken(input.token)?.action : undefined;
  return channel === teamChannel || (action !== undefined && isOfTeamSide(action));
}

export const leadsNowhere = "the answer leads nowhere";

/** What is wrong with an answer or a message to the team. */
export function faultsOfAnswer(answer: Answer, apologies: readonly string[]): readonly string[] {
  const stored = JSON.stringify(answer);
  const tokens = answer.buttons.map((one) => (one.kind === "press" ? one.token : one.url));
  const isWrong = {
    "does not fit its schema": !answerSchema.safeParse(JSON.parse(stored)).success,
    "is an apology": apologies.some((apology) => stored.includes(JSON.stringify(apology))),
    "is empty": lengthOf(answer.blocks) === 0,
    "leads nowhere": tokens.length === 0,
    "has too many buttons": tokens.length > maxButtons,
    "has a button twice": new Set(tokens).size < tokens.length,
    "has a label that is empty or too long": answer.buttons.some(
      ({ label }) => label.trim() === "" || label.length > maxLabel,
    ),
    "has a token that can't be read": answer.buttons.some(
      (one) => one.kind === "press" && (one.token.length > tokenLimit || !readToken(one.token)),
    ),
  };
  return faultsIn("the answer", isWrong);
}

function faultsOfForm({ fields, title, note, submit, token }: Form): readonly string[] {
  const isWrong = {
    "has no fields or more than four": fields.length === 0 || fields.length > 4,
    "has a field filled beyond its limit": fields.some(
      (field) => "limit" in field && (field.value ?? "").length > field.limit,
    ),
    "has a choice without its option": fields.some(
      (field) =>
        "options" in field &&
        splitOptions(field.value ?? "").some((chosen) => !field.options.some(({ id }) => id === chosen)),
    ),
    "has a note that is too long": (note ?? "").length > 200,
    "has an empty title or button": title.trim() === "" || submit.trim() === "",
    "has a token that can't be read": !readToken(token),
  };
  return faultsIn("the form", isWrong);
}

function faultsIn(what: string, isWrong: Readonly<Record<string, boolean>>): readonly string[] {
  return Object.entries(isWrong).flatMap(([fault, is]) => (is ? [`${what} ${fault}`] : []));
}
