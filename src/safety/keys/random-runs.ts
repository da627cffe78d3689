import type { Detection, SecretKind } from "../detection.ts";

// Keys without a prefix. The less the words before say, the more the run itself has to.

/** An unbroken run that is no part of an address, a path or a longer name. */
const run = /(?<![\w/.%+@=?&~-]|\barn:[\w:-]{0,80})[\w~-]{20,200}(?:={1,2})?(?![\w/+%]|[.@:]\w)/g;
const hex = /(?<![\w/.%+@?&#-])[a-f0-9]{32,128}(?![\w/+-]|[.@]\w)/gi;
/** Names of AWS that end with random characters. */
const ofAws = /^(?:AWSReservedSSO|AWSServiceRole|aws-?reserved|eksctl-|CDKToolkit|cdk-|StackSet-|awseb-)/i;
/** Small letters and digits that take turns, with letters that hexadecimal lacks. */
const smallRun = /(?<![\w/.%+@=?&~-])(?=[a-f0-9]{0,40}[g-z])[a-z0-9]{24,128}(?![\w/+%-]|[.@:]\w)/g;
const uuid = /(?<![\w/.%+@?&#-])[a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12}(?![\w/+-]|[.@]\w)/gi;
const keyWords =
  /(?<![\p{L}\p{N}])(?:keys?|tokens?|secrets?|api|auth|credentials?|password|pass|mk|mat khau|khoa|license|sid)(?![\p{L}\p{N}])/iu;
/** Services whose keys are hexadecimal or like the ids of requests. */
const services =
  /airtable|algolia|asana|bitbucket|cloudflare|codecov|confluent|datadog|discord|dropbox|droneci|facebook|fastly|finicity|flickr|freshbooks|gitter|heroku|hubspot|intercom|jfrog|kraken|kucoin|launchdarkly|linear|linkedin|lob|looker|mailgun|mattermost|meraki|messagebird|netlify|new ?relic|okta|openai|plaid|postmark|rapidapi|sendbird|sentry|snyk|squarespace|sumo|travis|twilio|twitch|twitter|zendesk/i;
/** Hexadecimal that is public: of commits, files and requests. */
const publicHash =
  /(?<![\p{L}\p{N}])(?:commit|sha-?\d*|md5|hash|digest|checksum|etag|image|build|revision|rev|request|trace|correlation|x-amzn?|fingerprint|thumbprint|key ?id|keyid|id)["']?\s{0,3}[:=#]?\s{0,3}(?:is\s{0,3})?["'(]?$/iu;
const contextCharacters = 100;
const minDigits = 3;
/** How often letters of one case, of the other, and digits take turns in what nobody has made up. */
const minTurns = 8;

/**
 * Long random runs: of letters of both cases and digits anywhere, in hexadecimal near a word for keys.
 * @param text without accents
 */
export function findRandomRuns(text: string): readonly Detection<SecretKind>[] {
  if (!/\w{20}|[\w-]{24}/.test(text)) return [];
  const before = (index: number) => text.slice(Math.max(0, index - contextCharacters), index);
  const isHidden = (index: number) => !publicHash.test(before(index));
  const isOfService = (index: number) => services.test(before(index));
  const mixed = [...text.matchAll(run)].filter(({ 0: given }) => isRandom(given) && !ofAws.test(given));
  const small = [...text.matchAll(smallRun)].filter(({ 0: given }) => isSmallRandom(given));
  const inHex = [...text.matchAll(hex)].filter(
    ({ 0: given, index }) =>
      /\d/.test(given) && /[a-f]/i.test(given) && (keyWords.test(before(index)) || isOfService(index)),
  );
  const ids = [...text.matchAll(uuid)].filter(({ index }) => isOfService(index));
  return [...mixed, ...small, ...inHex, ...ids]
    .filter(({ index }) => isHidden(index))
    .map(({ 0: given, index }) => ({
      kind: "token",
      start: index,
      end: index + given.length,
    }));
}

function isSmallRandom(given: string): boolean {
  return (
    (given.match(/\d/g)?.length ?? 0) > 4 &&
    (given.match(/[a-z](?=\d)|\d(?=[a-z])/g)?.length ?? 0) >= minTurns
  );
}

function isRandom(given: string): boolean {
  const digits = given.match(/\d/g)?.length ?? 0;
  if (digits < minDigits || !/[a-z]/.test(given) || !/[A-Z]/.test(given)) return false;
  return (given.match(/[a-z](?![a-z])|[A-Z](?![A-Z])|\d(?!\d)/g)?.length ?? 0) >= minTurns;
}
