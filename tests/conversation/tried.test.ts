import { expect, it } from "vitest";
import { newState, type State } from "../../src/conversation/state.ts";
import { ourResponder } from "../support/our-knowledge.ts";
import { pressOn } from "../support/press.ts";

const { converse } = ourResponder;

/** Presses buttons one after the other; what is remembered as tried at the end. */
function triedAfter(
  ...presses: readonly (readonly ["show" | "stuck" | "solved", string])[]
): readonly string[] {
  const after = presses.reduce<State>((state, [action, entry]) => {
    const step = converse(state, pressOn(action, entry));
    return step.state;
  }, newState);
  return after.tried;
}

it("what did not help is kept for what is about the same trouble", () => {
  expect(
    triedAfter(
      ["show", "mfa-lost-or-broken"],
      ["stuck", "mfa-lost-or-broken"],
      ["show", "mfa-codes-refused"],
      ["stuck", "mfa-codes-refused"],
    ),
  ).toEqual(["mfa-lost-or-broken", "mfa-codes-refused"]);
});

it("and not for something else, nor once it is solved", () => {
  expect(
    triedAfter(
      ["show", "forgot-root-password"],
      ["stuck", "forgot-root-password"],
      ["show", "reactivate-suspended-account"],
      ["stuck", "reactivate-suspended-account"],
    ),
  ).toEqual(["reactivate-suspended-account"]);
  expect(
    triedAfter(
      ["show", "forgot-root-password"],
      ["stuck", "forgot-root-password"],
      ["solved", "forgot-root-password"],
    ),
  ).toEqual([]);
});
