/** The parts of NLP.js that we use; it has no types. */
declare module "@nlpjs/core" {
  export interface Container {
    use(plugin: unknown): void;
  }
  export function containerBootstrap(): Container;
}

declare module "@nlpjs/lang-en-min" {
  export const LangEn: unknown;
}

declare module "@nlpjs/nlp" {
  interface Answer {
    readonly classifications: readonly { readonly intent: string; readonly score: number }[];
  }

  interface Trained {
    readonly error: number;
    readonly iterations: number;
  }

  export class Nlp {
    constructor(settings: object);
    addDocument(locale: string, phrase: string, intent: string): void;
    train(): Promise<readonly Readonly<Record<string, Trained>>[]>;
    process(locale: string, question: string): Promise<Answer>;
  }
}
