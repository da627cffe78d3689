import { useEffect, useState } from "preact/hooks";
import type { Did } from "./ask-server.ts";
import type { Words } from "./words-en.ts";

/** How long a word stays, in milliseconds. */
const toastDurationMs = 8000;

interface Failing {
  readonly kind: string;
  readonly error?: string;
  readonly shown?: string;
}

/** Wraps an act so that its failure is shown. */
export type Telling = <Act, Outcome extends Failing>(
  act: (what: Act) => Promise<Did<Outcome>>,
) => (what: Act) => Promise<Did<Outcome>>;

/** Tells what a platform would tell of something that failed. */
export function useTold(words: Words) {
  const [told, tell] = useState<string>();
  useEffect(() => {
    if (told === undefined) return undefined;
    const timer = setTimeout(() => tell(undefined), toastDurationMs);
    return () => clearTimeout(timer);
  }, [told]);
  const telling: Telling = (act) => async (what) => {
    const did = await act(what);
    if (did.kind === "refused") tell(did.error);
    else if (did.outcome?.kind === "failed") tell(did.outcome.shown ?? words.failed(did.outcome.error ?? ""));
    return did;
  };
  return { told, tell, telling };
}
