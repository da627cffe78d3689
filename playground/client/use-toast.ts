import { useCallback, useEffect, useState } from "preact/hooks";
import type { Act } from "./api-client.ts";
import type { PageStrings } from "./strings-en.ts";

const toastDurationMs = 8000;

/** What any platform's outcome looks like if the action failed. */
export interface FailableOutcome {
  readonly kind: string;
  readonly error?: string;
  /** The message that the platform itself would show. */
  readonly shown?: string;
}

/** Wraps an `Act` so that its failures are shown in a toast. */
export type WithToast = <Action, Outcome extends FailableOutcome>(
  act: Act<Action, Outcome>,
) => Act<Action, Outcome>;

interface ToastState {
  readonly toast: string | undefined;
  readonly closeToast: () => void;
  readonly withToast: WithToast;
}

/** The toast shown at the moment; it disappears by itself. */
export function useToast(strings: PageStrings): ToastState {
  const [toast, setToast] = useState<string>();
  useEffect(() => {
    if (toast === undefined) return undefined;
    const timer = setTimeout(() => setToast(undefined), toastDurationMs);
    return () => clearTimeout(timer);
  }, [toast]);
  const withToast: WithToast = useCallback(
    <Action, Outcome extends FailableOutcome>(act: Act<Action, Outcome>): Act<Action, Outcome> =>
      async (action) => {
        const response = await act(action);
        if (response.kind === "refused") setToast(response.error);
        else if (response.outcome?.kind === "failed")
          setToast(response.outcome.shown ?? strings.failed(response.outcome.error ?? ""));
        return response;
      },
    [strings],
  );
  return { toast, closeToast: () => setToast(undefined), withToast };
}
