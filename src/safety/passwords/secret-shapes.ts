// Whether a value looks like a secret, by its characters alone. All text is without accents here.

/** Words that often follow "password is" and "mật khẩu là" and are no password. */
const commonWords: ReadonlySet<string> = new Set(
  `a about accepted again all already also always an and any anybody anyone apparently at bad because being blank both
  but by can cannot case changed clearly compiled completely compromised correct dead definitely denied different
  done either else empty even exactly expired fine for forgotten from gone incorect incorrectly good got hacked has held hidden his
  hers i identical if in incorrect inside invalid is it its just kept known leaked like long lost made maybe me
  mine missing my needed never new no nobody none nope not nothing now nowhere of ok okay old on one only or our
  ours out outside outdated over overwritten perfectly private probably put read really rejected required reset
  right safe same saved secure sent set short shown simple simply so some somebody someone something sometimes
  somewhere still stolen stored strong stuck such supposed that the their theirs them there they this to
  together too told totally true under unique unknown unsafe up useless valid very way weak were what when where
  which who whose why with without working written wrong yes yet you your yours
  password passwords pass admin administrator boss email mail user username aws root iam account login console code mfa otp token null field policy hint manager rules policies screen
  undefined none redacted hidden secret required optional here below above https http click enter type choose
  ai bi cai chi chinh chua co con cu cua da dang dau day de do dung em gi het hoan ho k khac khong khi kieu ko
  la lam luon luc mai mat mk moi minh mot nao nay ngay nhu nhung no o qua quen ra roi sai sao tai the thi thong
  toi tren trong tu va van vay vi voi vua y`.split(/\s+/),
);
const commonEndings = /(?:ed|ing|ly|able|ible|n't|nt|ten|ken|sen|ful|less|ous|ive|ical|ory|ary)$/;
/** Longer values are no common words. */
const maxWordLength = 20;
/** Shorter words count as part of the sentence: AWS requires longer passwords. */
const maxShortWordLength = 4;

/** A Vietnamese syllable without accents. */
const syllable =
  /^(?:[bcdghklmnpqrstvx]|ch|gh|gi|kh|ngh?|nh|ph|qu|th|tr)?[aeiouy]{1,3}(?:[cmnpt]|ch|ng|nh)?$/;
/** Digits of an AWS account id. */
const accountIdLength = 12;

/** The value in small letters, without surrounding signs and a possessive 's. */
function toWord(given: string): string {
  return bare(given).toLowerCase().replaceAll("’", "'").replace(/'s$/, "");
}

function bare(given: string): string {
  return given.slice(0, maxWordLength + 10).replace(/^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu, "");
}

/** Whether a value after "password is" can be a password: anything but an ordinary word that continues the sentence. */
export function isUncommonWord(given: string): boolean {
  const word = toWord(given);
  if (isAddress(given)) return false;
  if (word.length > maxWordLength) return true;
  if (word === "") return given.length > maxWordLength;
  if (/password$/.test(word)) return false;
  if (commonWords.has(word) || /^[\d.,]+%\W*$/.test(given)) return false;
  if (/^\d+$/.test(word)) return word.length > 3 && word.length !== accountIdLength;
  if (!/^[a-z'-]+$/.test(word)) return true;
  return word.length > maxShortWordLength && !syllable.test(word) && !commonEndings.test(word);
}

/** Letters, and at least one digit or sign: no ordinary word, number or name. */
export function hasLettersAndSigns(given: string): boolean {
  return mayBeSecret(given) && /\p{L}/u.test(given) && /[\d@#$%^&*!+=~|]/.test(bare(given));
}

/** Letters and digits, six characters or more. */
export function isAlphanumeric(given: string): boolean {
  return mayBeSecret(given) && /\d/.test(given) && /\p{L}/u.test(given);
}

/** Letters and digits, or a number that is no account id. */
export function isAlphanumericOrNumber(given: string): boolean {
  return isAlphanumeric(given) || /^\d{6,11}[.,;!?)]?$/.test(given) || hasSignWithin(given);
}

/** Letters of both cases around a sign: no word is written so. */
function hasSignWithin(given: string): boolean {
  return (
    mayBeSecret(given) && /[a-z]/.test(given) && /[A-Z]/.test(given) && /\w[@#$%^&*!+=|~]+\w/.test(given)
  );
}

/** As password rules ask for: letters of both cases with digits, or letters and digits with a sign. */
export function isStrong(given: string): boolean {
  const hasBothCases = /[a-z]/.test(given) && /[A-Z]/.test(given);
  return isAlphanumeric(given) && (hasBothCases || /[@#$%^&*!+=~|]/.test(given));
}

/** Letters of both cases, digits, and a sign among them: nothing else looks so, whatever the words around it. */
export function isEverySort(given: string): boolean {
  return (
    given.length >= 8 &&
    /^[A-Za-z0-9@#$%^&*!?_+-]+$/.test(given) &&
    /[A-Za-z0-9][@#$%^&*!]+[A-Za-z0-9]/.test(given) &&
    /[a-z]/.test(given) &&
    /[A-Z]/.test(given) &&
    /\d/.test(given) &&
    !/%[0-9A-F]{2}.*%[0-9A-F]{2}/.test(given)
  );
}

export function isLongAlphanumeric(given: string): boolean {
  return given.length >= 16 && !isAddress(given) && /\d/.test(given) && /\p{L}/u.test(given);
}

const minSecretLength = 6;

function mayBeSecret(given: string): boolean {
  const typed = given.replace(/^["'“”‘’«»([{<]+|["'“”‘’«»)\]}>.,;:…]+$/g, "");
  return typed.length >= minSecretLength && !technical.test(bare(given)) && !isAddress(given);
}

/** Product names and counts that contain digits. */
const technical =
  /^(?:ec2[\w-]*|[1l]password\d?|windows-?\d{1,4}|iphone-?\d{0,2}|office-?365|microsoft-?365|base64|oauth2?|sha-?\d+|md5|aes-?\d+|\d+[-\s]?(?:character|char|letter|digit|word|day|week|month|hour|minute|time|factor)s?|\d+(?:st|nd|rd|th))$/i;

/** Regions, ids of resources, versions, files, times, amounts, devices and other names with digits in them. */
const names = [
  String.raw`(?:us|eu|ap|sa|ca|me|af|il|cn|mx)-(?:gov-)?[a-z]+-\d[a-z]?`,
  "(?:i|vol|ami|sg|vpc|subnet|snap|eni|d|r|o|ou|p|ps|rtb|igw|nat|acl|tgw|lt|eipalloc|fs|mi|key|cus|case)-[0-9a-z-]{4,}",
  String.raw`[a-z]\d[a-z]{0,3}\.\w+`,
  String.raw`v?\d+(?:\.\w+)+`,
  String.raw`[\w.-]+\.(?:pem|csv|json|ppk|txt|pdf|png|jpe?g|exe|zip|html?|py|[jt]sx?|ya?ml|sh|md|log|xlsx?|docx?|mp4|local|internal|aws)`,
  String.raw`(?:aws|amazon|ec2|s3|iam|sso|mfa|ipv|http|route53|windows|iphone|ipad|android|chrome|firefox|ubuntu|debian|centos|macos|sha|md5|aes|rsa|oauth|saml|u2f|log4j|covid|x-amz|lambda|dynamodb|k8s|p12|x509|yubikey|2fa|otp|utf)[\w-]*`,
  String.raw`(?:win|ios|safari|galaxy|samsung|pixel|nokia|xiaomi|redmi|office|python|node|java|php|base|web|fido|tls|step|user|test|line|error|page|team|group|nhom|phase|level|part|week|day|room|lab|class|lop)[\d_.-]{1,8}[a-z]?`,
  String.raw`\d+[.,:]?\d*[a-z]{1,7}(?:[-/]\w+)?`,
  String.raw`\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\w*`,
  String.raw`\d{1,2}:\d{2}\w*(?:-\d{1,2}:\d{2}\w*)?`,
  String.raw`[0-9a-f]{8}-[0-9a-f]{4}-\S+`,
  String.raw`\d+(?:-[a-z]+)+`,
  String.raw`\d+x\d+`,
];
const technicalName = new RegExp(`^(?:${names.join("|")})$`, "i");

/** Whether a word with digits is the name of something, a point in time, an amount, an address or a path. */
export function isTechnical(given: string): boolean {
  return (
    technicalName.test(given) ||
    /^[/~.\\#@<&-]|[\\<>(){}[\]]|\/.*\/|:\/\/|^[\w.-]+\/[\w.-]+$|\w=\w|&&|::|:.*:.*:/.test(given) ||
    isAddress(given)
  );
}

/** A URL, an e-mail address, a domain or an ARN. */
function isAddress(given: string): boolean {
  return (
    /^[\p{P}\p{S}]{0,3}(?:https?:\/\/|\/\/|www\.|arn:aws)/iu.test(given) ||
    /^[\p{P}\p{S}]{0,3}[\p{L}\p{N}._%+*-]{1,64}@[\p{L}\p{N}.*-]{1,64}\.\p{L}{2,10}[\p{P}\p{S}]{0,3}$/u.test(
      given,
    ) ||
    /^[\w.-]{1,64}\.(?:com|net|org|io|vn|edu|gov|dev|cn)(?![\w])/i.test(given)
  );
}
