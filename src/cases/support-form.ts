import type { AwsCase } from "../knowledge/entry.ts";

/** The public account and billing form: https://docs.aws.amazon.com/signin/latest/userguide/troubleshooting-sign-in-issues.html */
export const publicFormUrl = "https://support.aws.amazon.com/#/contacts/aws-account-support/";
const mfaFormUrl = "https://support.aws.amazon.com/#/contacts/aws-mfa-support";
const supportCenterUrl = "https://console.aws.amazon.com/support/home#/case/create";

/**
 * The page where a case is filed. The URL of Support Center takes type, service and category, but no subject or
 * description: the person pastes those.
 */
export function supportFormUrl({ door, serviceCode, categoryCode }: AwsCase): string {
  switch (door) {
    case "no-sign-in":
      return publicFormUrl;
    case "mfa-form":
      return mfaFormUrl;
    case "console": {
      const query = new URLSearchParams({ issueType: "customer-service" });
      if (serviceCode) query.set("serviceCode", serviceCode);
      if (categoryCode) query.set("categoryCode", categoryCode);
      return `${supportCenterUrl}?${query}`;
    }
  }
}

/** The type of every case, as the form names it; it needs no paid plan. */
export const caseType = "Account and billing";

/** The severity of every case, as the form names it. */
export const severity = "General question";

/** The contact method, as the form names it, unless an entry names another. */
export const defaultContact = "Chat";

/** The contact language, as the form names it: that of the draft. */
export const contactLanguage = "English";
