/** The value after the name of a secret. */
interface NamedValue {
  /** Its first characters, enough to judge it. */
  readonly head: string;
  readonly start: number;
  /** The offset of its end; computed on demand, since a value can be very long. */
  readonly end: () => number;
}

/** Quotes with more words hold a message, not a password. */
const maxQuotedWords = 6;
const quoted =
  /[*_~`]{0,3}(?:"([^"\n]{1,64})"|'([^'\n]{1,64})'|[“”]([^“”\n]{1,64})[“”]|[‘’]([^‘’\n]{1,64})[‘’]|«([^«»\n]{1,64})»|`([^`\n]{1,64})`)/dy;
const unquoted = /\S{1,200}/y;
const rest = /\S*/y;

/** The value at an offset: within quotes if there are any, else up to the next space. */
export function valueAt(text: string, at: number): NamedValue {
  const [start, end] = exec(quoted, text, at)?.indices?.slice(1).find(Boolean) ?? [];
  if (start !== undefined && end !== undefined) {
    const inQuotes = text.slice(start, end);
    const isMessage = inQuotes.trim().split(/\s+/).length > maxQuotedWords;
    return { head: isMessage ? "" : inQuotes, start, end: () => end };
  }
  const head = exec(unquoted, text, at)?.[0] ?? "";
  const known = at + head.length;
  return { head, start: at, end: () => known + (exec(rest, text, known)?.[0].length ?? 0) };
}

function exec(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
