import type { JSX } from "preact";
import { Moment } from "../moment.tsx";
import { isTime, type TimeStyle, timeIn } from "../time.ts";

interface Props {
  readonly seconds: number;
  /** With the tokens of reference/block-kit/block-elements/date-element. */
  readonly format: string;
  readonly fallback: string;
}

/** A point in time as Slack shows it: the fallback, if there is no such time or the page doesn't know the format. */
export function SlackMoment({ seconds, format, fallback }: Props): JSX.Element {
  const at = seconds * 1000;
  const isKnown = [...format.matchAll(token)].every(([, name = ""]) => styles.has(name));
  if (!isTime(at) || !isKnown) return <>{fallback}</>;
  return <Moment at={at}>{format.replace(token, (_, name: string) => timeIn(at, styles.get(name)))}</Moment>;
}

const token = /\{(\w+)\}/g;

const styles: ReadonlyMap<string, TimeStyle> = new Map([
  ["date_long", { dateStyle: "full" }],
  ["date_long_full", { dateStyle: "long" }],
  ["date", { month: "long", day: "numeric" }],
  ["date_short", { dateStyle: "medium" }],
  ["time", { timeStyle: "short" }],
  ["time_secs", { timeStyle: "medium" }],
]);
