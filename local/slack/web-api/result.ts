/** The result of a method: apis/web-api#responses */
export type WebApiResult = WebApiSuccess | WebApiError;

export interface WebApiSuccess {
  readonly ok: true;
  readonly [field: string]: unknown;
}

export interface WebApiError {
  readonly ok: false;
  /** Slack's error code, as listed on the method's page. */
  readonly error: string;
  readonly [field: string]: unknown;
}

export function success(fields: Readonly<Record<string, unknown>> = {}): WebApiSuccess {
  return { ok: true, ...fields };
}

/** An error, with details if the code alone does not tell enough. */
export function apiError(error: string, messages: readonly string[] = []): WebApiError {
  if (messages.length === 0) return { ok: false, error };
  return {
    ok: false,
    error,
    errors: messages,
    response_metadata: { messages: messages.map((message) => `[ERROR] ${message}`) },
  };
}

export function isApiError(value: object): value is WebApiError {
  return "ok" in value && value.ok === false;
}
