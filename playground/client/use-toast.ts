import { useEffect, useState } from "preact/hooks";
import type { ActionResponse } from "./ask-server.ts";
import type { PageStrings } from "./strings-en.ts";

/** How long a word stays, in milliseconds. */
const toastDurationMs = 8000;

interface Failing {
  readonly kind: string;
  readonly error?: string;
  readonly shown?: string;
}

/** Wraps an act so that its failure is shown. */
export type WithToast = <Act, Outcome extends Failing>(
  act: (what: Act) => Promise<ActionResponse<Outcome>>,
) => (what: Act) => Promise<ActionResponse<Outcome>>;

/** Tells what a platform would showToast of something that failed. */
export function useToast(words: PageStrings) {
  const [toast, showToast] = useState<string>();
  useEffect(() => {
    if (toast === undefined) return undefined;
    const timer = setTimeout(() => showToast(undefined), toastDurationMs);
    return () => clearTimeout(timer);
  }, [toast]);
  const withToast: WithToast = (act) => async (what) => {
    const did = await act(what);
    if (did.kind === "refused") showToast(did.error);
    else if (did.outcome?.kind === "failed")
      showToast(did.outcome.shown ?? words.failed(did.outcome.error ?? ""));
    return did;
  };
  return { toast, showToast, withToast };
}
