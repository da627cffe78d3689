import type { AwsCase } from "../knowledge/entry.ts";

/** The public account and billing form: https://docs.aws.amazon.com/signin/latest/userguide/troubleshooting-sign-in-issues.html */
export const formWithoutSignIn = "https://support.aws.amazon.com/#/contacts/aws-account-support/";
const mfaForm = "https://support.aws.amazon.com/#/contacts/aws-mfa-support";
const supportCenter = "https://console.aws.amazon.com/support/home#/case/create";

/**
 * The page where a case is filed. Support Center takes type, service and category in its address, but no
 * subject or description: those are copied by the person.
 */
export function doorUrl({ door, serviceCode, categoryCode }: AwsCase): string {
  switch (door) {
    case "no-sign-in":
      return formWithoutSignIn;
    case "mfa-form":
      return mfaForm;
    case "console": {
      const query = new URLSearchParams({ issueType: "customer-service" });
      if (serviceCode) query.set("serviceCode", serviceCode);
      if (categoryCode) query.set("categoryCode", categoryCode);
      return `${supportCenter}?${query}`;
    }
  }
}

/** The type of every case that Signpost writes, as the form names it: no paid plan is needed for these. */
export const caseType = "Account and billing";

/** The severity of the account cases that Signpost writes, as the form names it. */
export const severity = "General question";

/** The way AWS Support is reached best, as the form names it, where an entry names no other. */
export const usualContact = "Chat";

/** The language to be answered in, as the form names it: that of the draft. */
export const contactLanguage = "English";
