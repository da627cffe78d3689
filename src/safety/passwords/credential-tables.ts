import type { Detection, SecretKind } from "../detection.ts";

// The files that IAM offers for download, and other tables with a line of names: docs.aws.amazon.com/IAM, "How IAM users
// sign in to AWS" (.csv with the console password) and "Manage access keys" (.csv with the key).

const column =
  '"?(?:(?:aws )?access key id|(?:aws )?secret access key|console (?:password|(?:log|sign)-?in (?:url|link))|user ?names?|users?|login|e-?mail(?: address)?|accounts?|name|id|role|region|url|link|host|password|pass|pwd|mat khau|mk)"?';
const header = new RegExp(String.raw`(?<![\w-])${column}(?:[ ]?[,;|\t][ ]?${column}){1,9}(?!\w)`, "gi");
const kinds: readonly (readonly [RegExp, SecretKind])[] = [
  [/secret/i, "secret-key"],
  [/pass|pwd|mk|mat khau/i, "password"],
];
/** A field, in quotes where it holds the separator itself (RFC 4180, section 2). */
const fieldOf = {
  ",": /"([^"\n]{0,200})"|([^\s,]{0,200})/y,
  ";": /"([^"\n]{0,200})"|([^\s;]{0,200})/y,
  "|": /"([^"\n]{0,200})"|([^\s|]{0,200})/y,
  "\t": /"([^"\n]{0,200})"|([^\s\t]{0,200})/y,
} as const;
type Separator = keyof typeof fieldOf;

/** A password just before the address of the console, without the line of names. */
const beforeConsole =
  /(?<=[,;|\t] ?)(?:"([^"\n]{4,128})"|([^\s,;|"]{4,128}))(?= ?[,;|\t] ?"?https:\/\/[\w.-]{0,64}signin\.(?:aws\.amazon|amazonaws))/dgi;

const minLength = 4;

/** Passwords and secret keys in the columns of a table that is separated by commas, semicolons, bars or tabs. */
export function findInTables(text: string): readonly Detection<SecretKind>[] {
  if (!/[,;|\t]/.test(text)) return [];
  const tables = [...text.matchAll(header)].flatMap(({ 0: names, index }) =>
    findBelow(text, names, index + names.length),
  );
  const alone = [...text.matchAll(beforeConsole)].flatMap(({ indices }) => {
    const [start, end] = indices?.[1] ?? indices?.[2] ?? [];
    return start === undefined || end === undefined ? [] : [{ kind: "password", start, end } as const];
  });
  return [...tables, ...alone];
}

function findBelow(text: string, names: string, from: number): readonly Detection<SecretKind>[] {
  // Where a chat has joined the lines, only IAM's own names are known for sure to be those of a table.
  if (!/^"?\s{0,3}\n/.test(text.slice(from, from + 6)) && !/console|access key/i.test(names)) return [];
  const separator = separatorOf(names);
  const columns = names.split(separator).map((name) => kinds.find(([words]) => words.test(name))?.[1]);
  if (!columns.some(Boolean)) return [];
  const found: Detection<SecretKind>[] = [];
  let at = from;
  const nextRow = () => readRow(text, at, separator, columns.length);
  for (let row = nextRow(); row; row = nextRow()) {
    for (const [place, { start, end }] of row.entries()) {
      const kind = columns[place];
      if (kind && end - start >= minLength) found.push({ kind, start, end });
      at = end;
    }
  }
  return found;
}

const separatorOf = (names: string): Separator =>
  (["\t", ";", "|", ","] as const).find((separator) => names.includes(separator)) ?? ",";

interface Field {
  readonly start: number;
  readonly end: number;
}

/** The fields of the next row, which begins behind a space or a line's end. */
function readRow(
  text: string,
  from: number,
  separator: Separator,
  columns: number,
): readonly Field[] | undefined {
  const lineEnd = matchAt(/"?\s{1,4}(?:> ?)?/y, text, from);
  if (!lineEnd) return undefined;
  let at = from + lineEnd[0].length;
  const fields: Field[] = [];
  while (true) {
    const field = matchAt(fieldOf[separator], text, at);
    if (!field) return undefined;
    const isQuoted = field[1] !== undefined;
    const start = at + (isQuoted ? 1 : 0);
    fields.push({ start, end: start + (field[1] ?? field[2] ?? "").length });
    at += field[0].length;
    const gap = matchAt(separator === "\t" ? /\t/y : new RegExp(`[ ]?\\${separator}[ ]?`, "y"), text, at);
    if (fields.length === columns) return fields;
    if (!gap) return undefined;
    at += gap[0].length;
  }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  const search = new RegExp(pattern);
  search.lastIndex = at;
  return search.exec(text);
}
