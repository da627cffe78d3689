/** What a method answers: apis/web-api#responses */
export type Answer = Done | Refusal;

export interface Done {
  readonly ok: true;
  readonly [field: string]: unknown;
}

export interface Refusal {
  readonly ok: false;
  /** Slack's own code, as the method's page lists it. */
  readonly error: string;
  readonly [field: string]: unknown;
}

export function done(fields: Readonly<Record<string, unknown>> = {}): Done {
  return { ok: true, ...fields };
}

/** Refuses, with what is wrong where there is more to say than the code. */
export function refuse(error: string, complaints: readonly string[] = []): Refusal {
  if (complaints.length === 0) return { ok: false, error };
  return {
    ok: false,
    error,
    errors: complaints,
    response_metadata: { messages: complaints.map((complaint) => `[ERROR] ${complaint}`) },
  };
}

export function isRefusal(value: object): value is Refusal {
  return "ok" in value && value.ok === false;
}
