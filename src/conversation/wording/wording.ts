import type { Text } from "../../answer/text.ts";
import type { SurfaceWords } from "../../platform.ts";

/** Every sentence of the conversation in one language; what the knowledge says stands in `knowledge/`. */
export interface Wording {
  readonly buttons: {
    readonly solved: string;
    readonly stuck: string;
    readonly notMeant: string;
    readonly noneOfThese: string;
    readonly topics: string;
    readonly createCase: string;
    readonly openForm: string;
    readonly openPage: string;
    readonly writeMessage: string;
    readonly otherLanguageMessage: string;
    readonly administrator: string;
    readonly sent: string;
    readonly person: string;
    readonly backToSteps: string;
    readonly share: string;
    readonly remove: string;
    readonly ask: string;
  };

  /** The form to ask in one's own words; `empty` where nothing was written. */
  readonly askForm: {
    readonly title: string;
    readonly label: string;
    readonly hint: string;
    readonly submit: string;
    readonly empty: string;
  };
  /** What can be typed after the command, to somebody who gave it alone. */
  readonly commandHint: Text;
  readonly removeNotYours: string;
  /** What platforms say around the answers. */
  readonly surface: SurfaceWords;

  /** Under an answer, before the names of its sources. */
  readonly source: string;
  /** @param date ISO date */
  checked(date: string): string;

  readonly stuckTitle: string;
  readonly caseHelps: string;
  readonly administratorHelps: string;
  readonly linkHelps: string;
  readonly nobodyKnown: string;

  readonly caseTitle: string;
  readonly caseInEnglish: string;
  readonly caseForm: {
    readonly type: string;
    readonly service: string;
    readonly category: string;
    readonly severity: string;
    readonly subject: string;
    readonly description: string;
  };
  /** The steps of each door; the form's fields and the texts to copy come between `open` and `send`. */
  readonly caseSteps: {
    readonly console: {
      readonly open: (url: string) => readonly Text[];
      readonly send: (contact?: string) => readonly Text[];
    };
    readonly "no-sign-in": {
      readonly open: (url: string) => readonly Text[];
      readonly send: () => readonly Text[];
    };
    readonly "mfa-form": {
      readonly open: (url: string) => readonly Text[];
      readonly send: () => readonly Text[];
    };
  };
  readonly casePrivacy: string;
  readonly caseWithoutSignIn: (url: string) => Text;

  readonly messageTitle: string;
  readonly messageHelp: string;
  readonly administratorTitle: string;
  readonly caseSent: string;
  readonly messageSent: string;

  readonly solved: string;
  readonly solvedByOther: string;
  readonly thanks: string;
  readonly thanksFor: string;
  readonly greeting: string;
  readonly suggest: string;
  readonly otherwise: string;
  readonly decline: string;
  readonly blank: string;
  readonly picture: string;
  readonly noSuchNumber: string;
  readonly unknownButton: string;
  readonly gone: string;
  readonly person: string;
  readonly fault: string;

  /** What people type instead of pressing a button; folded, separated by commas; see hear.ts. */
  readonly heard: {
    readonly solved: string;
    readonly stuck: string;
    readonly no: string;
    readonly yes: string;
    readonly thanks: string;
    readonly unsure: string;
    readonly greeting: string;
    readonly notMeant: string;
    readonly english: string;
    readonly vietnamese: string;
    readonly person: string;
    /** Said along with the others without a meaning of its own. */
    readonly filler: string;
  };

  /** First, second, third and so on, as they are typed for an option; folded, separated by commas. */
  readonly ordinals: string;
}
