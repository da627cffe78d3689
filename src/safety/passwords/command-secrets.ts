import type { Detection, SecretKind } from "../detection.ts";
import { valueAt } from "./named-value.ts";

/** What stands before the password in a command, in the words of its manual. */
const optionOf = (commands: string, option: string) =>
  String.raw`(?<![\w-])(?:${commands})(?=\s)[^\n|;]{0,160}?\s${option}`;

const intros: readonly string[] = [
  // dev.mysql.com/doc, "Command Options for Connecting": -p and the password without a space.
  optionOf("mysql|mysqldump|mysqladmin|mysqlimport|mariadb|mariadb-dump|mycli|7za?", "-p(?=[^\\s-])"),
  // The manuals of sshpass, docker login, az login, mongosh, skopeo login.
  optionOf(
    "sshpass|(?:docker|podman|helm registry|skopeo|oc|az|buildah) login|mongo(?:sh|dump|restore)?|psexec",
    "-p[ =]{0,2}",
  ),
  optionOf("plink|pscp", "-pw "),
  optionOf("sqlcmd|bcp|mosquitto_pub|mosquitto_sub|zip|unzip", "-P ?"),
  optionOf("redis-cli", "-a "),
  optionOf("ldapsearch|ldapmodify|ldapadd|ldapwhoami", "-w "),
  optionOf("ssh-keygen", "-N "),
  // curl's manual, -u; httpie's, -a; smbclient's, -U
  optionOf("curl", String.raw`(?:-u|-U|--user|--proxy-user)[ =]{0,2}["']?[^\s:"']{1,64}:`),
  optionOf("https?|xh", String.raw`(?:-a|--auth)[ =]["']?[^\s:"']{1,64}:`),
  optionOf("smbclient|mount|rpcclient", String.raw`-U[ =]?["']?[^\s%"']{1,64}%`),
  optionOf("htpasswd", String.raw`-\w{0,4}b\w{0,3} (?:\S{1,80} ){1,2}`),
  // learn.microsoft.com/windows-server/administration/windows-commands: net user, net use, cmdkey; FreeRDP's /p:
  String.raw`(?<!\w)net\s{1,3}user\s{1,3}[\w.-]{1,64}\s{1,3}(?=[^\s/])`,
  String.raw`(?<!\w)net\s{1,3}use\s{1,3}(?:\w:\s{1,3})?\\\\\S{1,120}\s{1,3}(?=[^\s/])`,
  String.raw`(?<=\s)\/(?:p|pass|password|pwd):`,
  // learn.microsoft.com/powershell: ConvertTo-SecureString
  String.raw`ConvertTo-SecureString\s{1,3}(?:-String\s{1,3})?`,
  // Any command's long options, and those of openssl and keytool
  String.raw`(?<=\s)--?(?:password|passwd|passphrase|pass|storepass|keypass|http-password|ftp-password|user-password|admin-password|db-password|master-user-password|root-password|auth-token|secret|token|api-key|secret-key|secret-access-key)(?:=|\s{1,3})(?!-)`,
  String.raw`(?<=\s-pass(?:in|out)?\s{1,3})pass:`,
  String.raw`--from-literal=[\w.-]{1,64}=`,
  String.raw`(?<!\w)wpa_passphrase\s{1,3}\S{1,40}\s{1,3}`,
  String.raw`(?<![\w-])vault\s{1,3}login\s{1,3}(?:-\S{1,40}\s{1,3})?`,
  // SQL of MySQL, MariaDB, PostgreSQL and Oracle
  String.raw`(?<!\w)identified\s{1,3}(?:with\s{1,3}\S{1,40}\s{1,3})?by\s{1,3}(?:password\s{1,3})?`,
  String.raw`(?<!\w)(?:with|encrypted)\s{1,3}password\s{1,3}(?=['"])`,
  // The form of a Wi-Fi's QR code: github.com/zxing/zxing/wiki/Barcode-Contents
  String.raw`(?<!\w)WIFI:[^\n]{0,80}?(?<=[:;])P:`,
  // postgresql.org/docs, "The Password File": host:port:database:user:password
  String.raw`(?<![\w.:-])[\w.*-]{1,80}:(?:\d{4,5}|\*):[\w*-]{1,64}:[\w-]{1,64}:(?=[^\s:])`,
  // echo … | sudo -S, echo user:… | chpasswd
  String.raw`(?<!\w)echo\s{1,3}(?:-\w\s{1,3})?(?=(?:"[^"\n]{1,64}"|'[^'\n]{1,64}'|\S{1,64})\s{0,3}\|\s{0,3}(?:sudo\s{1,3})?(?:-S|chpasswd|passwd|docker|cryptsetup|kinit|gpg|su)(?!\w))`,
];
const introduced = intros.map((source) => new RegExp(source, "giu"));

const anyCommand =
  /\s--?[a-z]|\/p(?:ass)?\w{0,4}:|\bnet\s|securestring|identified|password\s{1,3}['"]|wifi:|echo\s|from-literal|wpa_|vault\s|:\w{1,64}:\w/i;
/** A variable, a place to fill in, or an option stands there: no password. */
const placeholder =
  /^["']?(?:\$(?:[A-Za-z_]+\W*$|[({])|%\w+%|<[\w -]*>|\{\{|-{1,2}[a-z]|\*+["']?$|\.{3}|x{3,}["']?$)/i;
const minLength = 4;

/** Passwords and tokens in the commands of a shell, of SQL and in the one-line files that tools read. */
export function findCommandSecrets(text: string): readonly Detection<SecretKind>[] {
  if (!anyCommand.test(text)) return [];
  return introduced.flatMap((pattern) => findAfter(text, pattern));
}

function findAfter(text: string, pattern: RegExp): readonly Detection<"password">[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: intro, index }) => {
    const { head, start, end } = valueAt(text, index + intro.length);
    const typed = head.replace(/["'`;,.)]+$/, "");
    if (typed.length < minLength || placeholder.test(head) || !/[\p{L}\p{N}]/u.test(typed)) return [];
    return [{ kind: "password", start, end: end() }];
  });
}
