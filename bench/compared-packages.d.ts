/**
 * The parts that we use of the packages that only the benchmark installs. The code is checked without them, and NLP.js
 * has no types.
 */
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

declare module "minisearch" {
  export default class MiniSearch {
    constructor(options: { readonly fields: readonly string[]; readonly searchOptions: object });
    addAll(documents: readonly object[]): void;
    search(question: string): readonly { readonly id: string; readonly score: number }[];
  }
}
