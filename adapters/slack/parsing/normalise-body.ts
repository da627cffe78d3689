import { isObject, type Json } from "./json.ts";

/**
 * A payload as the parsers read it: without nulls, which Slack sends for some absent fields, and in the team of the
 * installation.
 *
 * Payloads name other teams too: a person of another organisation has their own (Slack Connect), and an installation for
 * an organisation has none (`team` is null). An app with one token has one installation, and ids of people and channels
 * are the same in every team, so that its team alone keeps people and conversations apart from those of other tenants.
 */
export function normaliseBody(body: Json, team: string): Json {
  const { authorizations, ...rest } = withoutNulls(body);
  return { ...rest, team: { id: team }, team_id: team };
}

/** @throws RangeError if it is nested some thousand levels deep, which nothing of Slack's is */
export function withoutNulls(fields: Json): Json {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === null ? [] : [[name, dropNulls(value)]])),
  );
}

function dropNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== null).map(dropNulls);
  return isObject(value) ? withoutNulls(value) : value;
}
