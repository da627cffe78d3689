import type { Detection, SecretKind } from "../detection.ts";
import { valueAt } from "./named-value.ts";
import { hasLettersAndSigns, isUncommonWord } from "./secret-shapes.ts";

// Settings: a name in one piece (dbPassword, DB_PASSWORD, spring.datasource.password), a sign, and a value.

const name = String.raw`([\w.\-$]{2,60})`;
const assign = String.raw`["'\]]{0,2}\s{0,3}(?:=>|:=|[=:]|(?<=["']),(?=\s{0,3}["']))\s{0,20}`;
const settings: readonly RegExp[] = [
  new RegExp(String.raw`(?<![\w.$-])${name}${assign}(?=\S)`, "g"),
  // Amazon ECS and Kubernetes: {"name": "DB_PASSWORD", "value": "…"}; .NET: <add key="Password" value="…" />
  new RegExp(
    String.raw`(?<![\w-])(?:name|key)["']?\s{0,3}[:=]\s{0,3}["']?${name}["']?[\s,]{1,40}["']?value["']?\s{0,3}[:=]\s{0,3}`,
    "gi",
  ),
];

const passwordName = /(?:pass(?:word|wd|phrase|code|wort)?s?|pwd|psw|matkhau|mat_khau)$/i;
/** Names of rules about passwords end otherwise. */
const withPassword = /pass(?:word|wd)|pwd/i;
const keyName =
  /(?:secret|token|(?:api|app|auth|access|account|admin|private|master|license|encryption|shared|signing|secret|write|read|deploy|service|consumer|logged_in|nonce|secure_auth)[_-]?key|apikey|salt|credentials?|[_-](?:key|auth|pat)|^auth|_auth)\d?$/i;
/** Settings that only name something: where it is, which one, how it is done. */
const aboutKey =
  /(?:arn|name|id|url|uri|path|file|type|version|count|length|policy|enabled|required|next_?token)$/i;

/** Passwords, keys and tokens in the settings of programs: env files, JSON, YAML, INI, HCL, PHP, properties, XML. */
export function findConfigSecrets(text: string): readonly Detection<SecretKind>[] {
  if (!/[=:,]/.test(text)) return [];
  return settings.flatMap((pattern) => {
    const found: Detection<SecretKind>[] = [];
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const [whole, given = ""] = match;
      const kind = kindOf(given, () => valueAt(text, match.index + whole.length).head);
      if (!kind) continue;
      const { start, end } = valueAt(text, match.index + whole.length);
      const next = end();
      found.push({ kind, start, end: next });
      pattern.lastIndex = next;
    }
    return found;
  });
}

function kindOf(given: string, value: () => string): SecretKind | undefined {
  if (aboutKey.test(given)) return undefined;
  if (passwordName.test(given)) return isPassword(value()) ? "password" : undefined;
  if (withPassword.test(given))
    return isPassword(value()) && hasLettersAndSigns(value()) ? "password" : undefined;
  return keyName.test(given) && isKey(value()) ? "token" : undefined;
}

/** A variable or a place to fill in. */
const placeholder = /^["']?(?:\$(?:[A-Za-z_]+\W*$|[({])|%\w+%|<[\w -]*>|\{\{|!(?:Ref|Sub|Get))/;

const isPassword = (value: string) =>
  !placeholder.test(value) && isUncommonWord(value) && !isDate.test(value);
const isDate = /^["']?\d{4}-\d\d-\d\d/;

/** Long enough for a key, and of letters and digits that form no word, address or name of a resource. */
function isKey(value: string): boolean {
  const run = /^["'`]?([\w.~+/=:%@!#^&*()-]{16,})/.exec(value)?.[1] ?? "";
  if (placeholder.test(value) || /^(?:arn:|https?:|s3:|\.{0,2}\/[\w./-]*$)/.test(run) || isDate.test(value))
    return false;
  // A seed of an authenticator app is told as such.
  if (/^[A-Z2-7]{16,}(?!\w)/.test(run)) return false;
  const turns = run.match(/[a-z](?=[A-Z])|[A-Z](?=[a-z])|\d/g)?.length ?? 0;
  return /[a-z]/i.test(run) && (turns >= 6 || (/\d/.test(run) && (turns > 1 || run.length >= 32)));
}
