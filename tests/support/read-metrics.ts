/** One line of a page in Prometheus's text format. */
export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const sampleLine = /^(?<name>[a-z_][a-z0-9_]*)(?:\{(?<labels>.*)\})? (?<value>\S+)$/;
const labelPair = /(?<label>[a-z_]+)="(?<value>(?:[^"\\]|\\.)*)",?/gy;
const commentLine =
  /^# (?:HELP [a-z_][a-z0-9_]* \S.*|TYPE [a-z_][a-z0-9_]* (?:counter|gauge|histogram|summary))$/;

/** @throws if a line is not of that format */
export function readMetrics(page: string): readonly Sample[] {
  return page.split("\n").flatMap((line) => {
    if (line === "" || commentLine.test(line)) return [];
    const { name, labels = "", value } = sampleLine.exec(line)?.groups ?? {};
    // "Nan" is a number to Prometheus: the mean of nothing.
    const isNumber = value === "Nan" || !Number.isNaN(Number(value));
    if (name === undefined || !isNumber) throw new Error(`not a sample: ${line}`);
    return [{ name, labels: readLabels(labels), value: Number(value) }];
  });
}

function readLabels(text: string): Readonly<Record<string, string>> {
  const pairs = [...text.matchAll(labelPair)];
  if (pairs.map(([pair]) => pair).join("") !== text) throw new Error(`not labels: ${text}`);
  return Object.fromEntries(pairs.map(({ groups }) => [groups?.label ?? "", groups?.value ?? ""]));
}

/** The sum of a metric's series that have these labels; undefined if there are none. */
export function sumOf(
  samples: readonly Sample[],
  name: string,
  labels: Readonly<Record<string, string>> = {},
): number | undefined {
  const found = samples.filter(
    (one) =>
      one.name === name && Object.entries(labels).every(([label, value]) => one.labels[label] === value),
  );
  return found.length === 0 ? undefined : found.reduce((sum, { value }) => sum + value, 0);
}
