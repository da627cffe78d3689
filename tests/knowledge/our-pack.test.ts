import { describe, expect, it } from "vitest";
import { checkPack } from "../../src/authoring/check-pack.ts";
import { ourKnowledge } from "../support/our-knowledge.ts";

/** Ids that the outside relies on: measurements and links name them. */
const listed = [
  "activation-verification",
  "console-credentials-not-working",
  "no-access-to-account-email",
  "mfa-lost-or-broken",
  "signin-page-unreachable",
  "find-account-id-or-alias",
  "account-verification-code",
  "forgot-root-password",
  "forgot-iam-user-password",
  "forgot-federated-password",
  "email-already-used-cannot-create-account",
  "reactivate-suspended-account",
  "contact-support-signin",
  "contact-billing",
  "retail-order-question",
  "manage-account",
  "access-portal-credentials-not-working",
  "forgot-identity-center-password",
  "create-support-case",
];

/** AWS Support can do nothing about these: only the person's own administrator can. */
const administratorsAlone = [
  "forgot-iam-user-password",
  "forgot-federated-password",
  "forgot-identity-center-password",
  "find-account-id-or-alias",
  "access-portal-credentials-not-working",
  "mfa-lost-iam-user",
  "mfa-lost-identity-center",
];

const { entries, find } = ourKnowledge;

describe("our knowledge", () => {
  it("keeps to what check:knowledge asks of it", () => {
    expect(checkPack(ourKnowledge, Date.parse("2026-11-29")).faults).toEqual([]);
  });

  it("holds every id that the outside relies on", () => {
    expect(listed.filter((id) => find(id)?.id !== id)).toEqual([]);
  });

  it("counts each answer beside the listed ones as the one it refines", () => {
    const beside = entries.filter(({ id, kind }) => kind === "answer" && !listed.includes(id));
    expect(beside.filter(({ refines }) => refines === undefined || !listed.includes(refines))).toEqual([]);
  });

  it("sends nobody to AWS Support with what it can't do", () => {
    const doors = administratorsAlone.map((id) => {
      const entry = find(id);
      return entry?.kind === "answer" ? entry.escalate?.to : undefined;
    });
    expect(new Set(doors)).toEqual(new Set(["administrator"]));
  });

  it("gives every answer somebody who can help when its steps did not", () => {
    expect(entries.filter((entry) => entry.kind === "answer" && !entry.escalate).map(({ id }) => id)).toEqual(
      [],
    );
  });

  it("is reached whole from the front page, by options and related entries", () => {
    const { warnings } = checkPack(ourKnowledge, Date.parse("2026-11-29"));
    expect(warnings.filter(({ message }) => message.startsWith("nobody is led to it"))).toEqual([]);
  });
});
