/** A run of text with one meaning. Renderers escape each in their own dialect; it is never Markdown. */
export type Span =
  | { readonly kind: "plain"; readonly text: string }
  | { readonly kind: "strong"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly url: string };

export type Text = readonly Span[];

export const plain = (text: string): Span => ({ kind: "plain", text });
export const strong = (text: string): Span => ({ kind: "strong", text });
export const code = (text: string): Span => ({ kind: "code", text });
export const link = (text: string, url: string): Span => ({ kind: "link", text, url });

/** Writes a text down as it reads: rich`Choose ${strong("Next")}, then wait.` */
export function rich(words: TemplateStringsArray, ...marked: readonly Span[]): Text {
  return words.flatMap((text, index) => {
    const next = marked[index];
    return [...(text ? [plain(text)] : []), ...(next ? [next] : [])];
  });
}

/** The words of a text without its marks. */
export function wordsOf(text: Text): string {
  return text.map((span) => span.text).join("");
}
