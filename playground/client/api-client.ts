/** `refused`: the action is not possible, with the server's reason. */
type ActionResponse<Outcome> =
  | { readonly kind: "done"; readonly outcome: Outcome | undefined }
  | { readonly kind: "refused"; readonly error: string };

/** Does something on a platform. `outcome` is what the platform shows in response. */
export type Act<Action, Outcome> = (action: Action) => Promise<ActionResponse<Outcome>>;

export function post(path: string, body: object): Promise<Response | undefined> {
  return fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  }).catch(() => undefined);
}

/** Acts on a platform as a person. */
export function actAs<Action, Outcome>(platform: string, person: string): Act<Action, Outcome> {
  return async (act) => {
    const response = await post("/api/act", { platform, person, act });
    if (!response) return { kind: "refused", error: "the playground isn't answering: is it still running?" };
    try {
      const body: { outcome?: Outcome; error?: string } = await response.json();
      if (body.error !== undefined) return { kind: "refused", error: body.error };
      return { kind: "done", outcome: body.outcome };
    } catch {
      return { kind: "refused", error: "the playground isn't answering: is it still running?" };
    }
  };
}

/** Reads from the server; undefined if there is nothing at that path. */
export async function read<T>(path: string): Promise<T | undefined> {
  const response = await fetch(path).catch(() => undefined);
  if (!response?.ok) return undefined;
  const found: T = await response.json();
  return found;
}
