/** A copy without the fields that are undefined, as JSON would have it. */
export function dropUndefined(fields: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
