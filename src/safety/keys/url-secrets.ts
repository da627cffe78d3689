import { type Detection, detectAll, type SecretKind } from "../detection.ts";

/** Addresses that are secret themselves. */
const webhooks: readonly RegExp[] = [
  // docs.slack.dev/messaging/sending-messages-using-incoming-webhooks, and the addresses for a later answer.
  /(?:https?:\/\/)?(?<![\w.-])hooks\.slack(?:-gov)?\.com\/(?:services|workflows|triggers|commands|actions|app)\/[\w/-]+/gi,
  // docs.discord.com/developers/resources/webhook
  /(?:https?:\/\/)?(?<![\w-])(?:\w{1,10}\.)?discord(?:app)?\.com\/api\/(?:v\d{1,2}\/)?webhooks\/\d{1,25}\/[\w-]+/gi,
  // help.zapier.com, "Trigger Zaps from webhooks"; make.com/en/help/tools/webhooks; ifttt.com/maker_webhooks
  /(?:https?:\/\/)?(?<![\w-])(?:hooks\.zapier\.com\/hooks|hook\.(?:\w{2,4}\d?\.)?make\.com|maker\.ifttt\.com\/trigger|outlook\.office\.com\/webhook)\/[\w@/.-]+/gi,
  // learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors
  /(?:https?:\/\/)?(?<![\w-])[\w-]{1,60}\.webhook\.office\.com\/webhookb2\/[\w@/.-]+/gi,
];

/**
 * Passwords within an address (RFC 3986, section 3.2.1). Some hold an @ of their own, so that the last one before the host
 * counts.
 */
const inAddress: readonly RegExp[] = [
  /(?<=:\/\/[\w.%+-]{0,64}:)(?!\d{1,5}[/?#])[^\s"'`<>]{3,128}(?=@[\w[-])/g,
  // Oracle Database JDBC Developer's Guide, "Data Sources and URLs": user/password@host
  /(?<=\bjdbc:oracle:\w{2,5}:\w{1,64}\/)[^\s/"'`<>]{3,128}(?=@[\w/[-])/gi,
];
/** A key in the place of the user: docs.sentry.io/concepts/key-terms/dsn-explainer. */
const keyInAddress = /(?<=:\/\/)[a-f0-9]{32}(?::[a-f0-9]{32})?(?=@[\w-])/g;

/**
 * Parameters that let in whoever has the address: of AWS's sign-in (docs.aws.amazon.com/IAM, "Enable custom identity broker
 * access"), signed addresses (Amazon S3 API Reference, "Authenticating Requests: Using Query Parameters"; CloudFront;
 * Azure's `sig`; Google's `X-Goog-Signature`), and of OAuth (RFC 6749, section 4.1.2).
 */
const parameter =
  /(?<=(?:[?&#;]|&amp;|%26)(?:signintoken|x-amz-(?:signature|security-token)|x-goog-signature|signature|policy|sig|device_?code|code|key|auth|[a-z_-]{0,20}(?:token|secret|ticket|session(?:id)?|api_?key|assertion))(?:=|%3d))[\w%.~+/=-]{8,}/gi;
/** The same two in a note of their own, without the address. */
const namedSignature =
  /(?<=(?<![\w-])(?:signintoken|x-amz-(?:signature|security-token))["']?\s{0,2}[=:]\s{0,2}["']?)[\w%.~+/=-]{16,}/gi;
/** RFC 6265, section 4.2: the session of a browser. */
const cookie =
  /(?<=(?<![\w-])(?:[\w-]{0,20}(?:session|sess|sid|auth)[\w-]{0,12}|aws-creds)=)[\w%.~+/=-]{16,}/gi;

const anyAddress = /:\/\/|[?&;#]\w|hooks\.|discord|webhook|=|jdbc|x-amz|signintoken/i;

/** Secrets in addresses: passwords, signatures, tokens, and webhooks as a whole. */
export function findUrlSecrets(text: string): readonly Detection<SecretKind>[] {
  if (!anyAddress.test(text)) return [];
  return [
    ...webhooks.flatMap((pattern) => detectAll(text, pattern, "webhook-url")),
    ...inAddress.flatMap((pattern) => detectAll(text, pattern, "password")),
    ...detectAll(text, keyInAddress, "token"),
    ...[parameter, namedSignature, cookie].flatMap((pattern) =>
      detectAll(text, pattern, "token").filter(({ start, end }) => isRandom(text.slice(start, end))),
    ),
  ];
}

/** Digits among letters, and no seed of an authenticator app: no word of an address. */
function isRandom(value: string): boolean {
  return /\d/.test(value) && /[a-z]/i.test(value) && !/^[A-Z2-7]+$/.test(value);
}
