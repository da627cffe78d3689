/** What stands where a secret is told. */
interface NamedValue {
  /** Its first characters, enough to tell whether it is one. */
  readonly read: string;
  readonly start: number;
  /** Where it ends, as long as it may be. */
  readonly end: () => number;
}

/** The most words of a password in quotes; more are a message that is quoted. */
const maxQuotedWords = 6;
const quoted =
  /[*_~`]{0,3}(?:"([^"\n]{1,64})"|'([^'\n]{1,64})'|[“”]([^“”\n]{1,64})[“”]|[‘’]([^‘’\n]{1,64})[‘’]|«([^«»\n]{1,64})»|`([^`\n]{1,64})`)/dy;
const unquoted = /\S{1,200}/y;
const rest = /\S*/y;

/** Within quotes up to where they close, or else up to the next space. */
export function valueAt(text: string, at: number): NamedValue {
  const [start, end] = exec(quoted, text, at)?.indices?.slice(1).find(Boolean) ?? [];
  if (start !== undefined && end !== undefined) {
    const inQuotes = text.slice(start, end);
    const isMessage = inQuotes.trim().split(/\s+/).length > maxQuotedWords;
    return { read: isMessage ? "" : inQuotes, start, end: () => end };
  }
  const read = exec(unquoted, text, at)?.[0] ?? "";
  const known = at + read.length;
  return { read, start: at, end: () => known + (exec(rest, text, known)?.[0].length ?? 0) };
}

function exec(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  const search = new RegExp(pattern);
  search.lastIndex = at;
  return search.exec(text);
}
