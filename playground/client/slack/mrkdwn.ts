/** Slack's own markup as plain data. */
export type Mark =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "strong" | "em" | "strike" | "quote"; readonly content: readonly Mark[] }
  | { readonly kind: "code" | "pre"; readonly text: string }
  | { readonly kind: "link"; readonly url: string; readonly text: string }
  | { readonly kind: "user" | "channel"; readonly id: string }
  /** `text` is shown where the time can't be. */
  | { readonly kind: "time"; readonly seconds: number; readonly format: string; readonly text: string }
  | { readonly kind: "break" };

/** The syntax of messaging/formatting-message-text. `*`, `_` and `~` count only at the edge of a word. */
const forms = [
  "```(?<pre>[^]+?)```",
  "`(?<code>[^`\\n]+)`",
  "<(?<angle>[^>\\n]+)>",
  "(?<![\\w*])\\*(?<strong>\\S(?:[^*\\n]*?\\S)?)\\*(?![\\w*])",
  "(?<![\\w_])_(?<em>\\S(?:[^_\\n]*?\\S)?)_(?![\\w_])",
  "(?<![\\w~])~(?<strike>\\S(?:[^~\\n]*?\\S)?)~(?![\\w~])",
  "(?<=^|\\n)(?:&gt;|>) ?(?<quote>[^\\n]*)\\n?",
  "(?<line>\\n)",
].join("|");

/** Parses mrkdwn: messaging/formatting-message-text */
export function readMrkdwn(source: string): readonly Mark[] {
  const marks: Mark[] = [];
  let end = 0;
  for (const found of source.matchAll(new RegExp(forms, "g"))) {
    if (found.index > end) marks.push(plain(source.slice(end, found.index)));
    marks.push(toMark(found.groups ?? {}));
    end = found.index + found[0].length;
  }
  return end < source.length ? [...marks, plain(source.slice(end))] : marks;
}

function toMark(groups: Readonly<Record<string, string | undefined>>): Mark {
  const { pre, code, angle, strong, em, strike, quote } = groups;
  if (pre !== undefined) return { kind: "pre", text: decode(pre.replace(/^\n/, "")) };
  if (code !== undefined) return { kind: "code", text: decode(code) };
  if (angle !== undefined) return toReference(angle);
  if (strong !== undefined) return { kind: "strong", content: readMrkdwn(strong) };
  if (em !== undefined) return { kind: "em", content: readMrkdwn(em) };
  if (strike !== undefined) return { kind: "strike", content: readMrkdwn(strike) };
  if (quote !== undefined) return { kind: "quote", content: readMrkdwn(quote) };
  return { kind: "break" };
}

/** `<@U1>`, `<#C1|name>`, `<!here>`, `<!date^1796000000^{date_short}|fallback>`, `<https://...|label>` */
function toReference(angle: string): Mark {
  const [target = "", label] = angle.split("|");
  if (target.startsWith("@")) return { kind: "user", id: target.slice(1) };
  if (target.startsWith("#")) return { kind: "channel", id: target.slice(1) };
  const [, seconds, format] = /^!date\^(\d+)\^([^^]+)/.exec(target) ?? [];
  if (format !== undefined)
    return { kind: "time", seconds: Number(seconds), format: decode(format), text: decode(label ?? "") };
  if (target.startsWith("!")) return { kind: "text", text: label ?? `@${target.slice(1)}` };
  return { kind: "link", url: decode(target), text: decode(label ?? target) };
}

function plain(text: string): Mark {
  return { kind: "text", text: decode(text) };
}

function decode(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
