import { figuresOf } from "./figures.ts";
import type { Verdict } from "./judge.ts";
import { languagesOf } from "./languages-of.ts";

/** What a cut brings and costs, in percent. */
interface TradeOffPoint {
  readonly cut: number;
  /** Strangers' questions answered outright as ours. */
  readonly strangers: number;
  /** Questions of ours answered outright and rightly. */
  readonly ours: number;
}

export interface TradeOff {
  readonly language: string;
  /** By rising cut. */
  readonly points: readonly TradeOffPoint[];
  readonly present: TradeOffPoint;
}

const cuts = Array.from({ length: 101 }, (_, index) => index / 100);

/**
 * The trade-off in each language that has questions of both kinds, as a cut moves from 0 to 1.
 * @param present the cut that is in use
 */
export function tradeOffsOf(
  verdictsAt: (cut: number) => readonly Verdict[],
  present: number,
): readonly TradeOff[] {
  const points = [...new Set([...cuts, present])]
    .sort((one, other) => one - other)
    .flatMap((cut) => languagesOf(verdictsAt(cut)).flatMap((own) => pointsOf(cut, ...own)));
  return [...new Set(points.map(({ language }) => language))].flatMap((language) => {
    const own = points.filter((point) => point.language === language).map(({ point }) => point);
    const inUse = own.find(({ cut }) => cut === present);
    return inUse ? [{ language, points: own, present: inUse }] : [];
  });
}

function pointsOf(cut: number, language: string, verdicts: readonly Verdict[]) {
  const { answeredAll: strangers, answeredRightly: ours } = figuresOf(verdicts);
  return strangers === undefined || ours === undefined ? [] : [{ language, point: { cut, strangers, ours } }];
}

const [width, height, yStep] = [640, 404, 20];
const plot = { left: 64, right: 616, top: 46, bottom: 346 };
/** Line styles; further languages begin anew. */
const lineStyles = 3;

const style = `
  text { font: 13px system-ui, sans-serif; fill: #3b4252; }
  .title { font-size: 15px; font-weight: 600; }
  .page { fill: #ffffff; }
  .grid { stroke: #d8dee9; }
  .line { fill: none; stroke-width: 2.5; stroke-linejoin: round; }
  .line-0 { stroke: #1f6feb; }
  .line-1 { stroke: #c4510a; stroke-dasharray: 7 4; }
  .line-2 { stroke: #2e7d4f; stroke-dasharray: 2 4; }
  .present { fill: #ffffff; stroke-dasharray: none; }
  @media (prefers-color-scheme: dark) {
    text { fill: #d8dee9; }
    .page, .present { fill: #161b22; }
    .grid { stroke: #3b4252; }
    .line-0 { stroke: #6cb0ff; }
    .line-1 { stroke: #ff9d5c; }
    .line-2 { stroke: #7fd6a0; }
  }`;

/** Draws trade-offs as an SVG that can be read on light and on dark pages. */
export function drawTradeOffs(tradeOffs: readonly TradeOff[]): string {
  const highest = Math.max(...tradeOffs.flatMap(({ points }) => points.map(({ strangers }) => strangers)));
  /** The axis ends at a multiple of it. */
  const xStep = highest > 10 ? 10 : 2;
  const xEnd = Math.max(xStep, Math.ceil(highest / xStep) * xStep);
  const x = (value: number) => round(plot.left + (value / xEnd) * (plot.right - plot.left));
  const y = (value: number) => round(plot.bottom - (value / 100) * (plot.bottom - plot.top));
  const middle = (plot.top + plot.bottom) / 2;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title">
<title id="title">Answers to questions that are ours against answers to strangers' questions</title>
<style>${style}
</style>
${[
  `<rect class="page" width="${width}" height="${height}" rx="8"/>`,
  `<text class="title" x="${plot.left}" y="26">The cut “surely ours”, from 1 (left) to 0 (right)</text>`,
  ...ticks(xEnd, xStep).flatMap((value) => [
    `<path class="grid" d="M${x(value)} ${plot.top}V${plot.bottom}"/>`,
    `<text x="${x(value)}" y="${plot.bottom + 20}" text-anchor="middle">${value} %</text>`,
  ]),
  ...ticks(100, yStep).flatMap((value) => [
    `<path class="grid" d="M${plot.left} ${y(value)}H${plot.right}"/>`,
    `<text x="${plot.left - 8}" y="${y(value) + 4}" text-anchor="end">${value} %</text>`,
  ]),
  `<text x="${(plot.left + plot.right) / 2}" y="${height - 14}" text-anchor="middle">strangers answered outright as ours</text>`,
  `<text transform="translate(16 ${middle}) rotate(-90)" text-anchor="middle">ours answered outright and rightly</text>`,
  ...tradeOffs.flatMap(({ language, points, present }, index) => {
    const line = `line line-${index % lineStyles}`;
    const legend = plot.bottom - 18 - 22 * (tradeOffs.length - 1 - index);
    const places = points.map(({ strangers, ours }) => `${x(strangers)} ${y(ours)}`);
    const path = places.filter((place, at) => place !== places[at - 1]).join("L");
    return [
      `<path class="${line}" d="M${path}"/>`,
      `<circle class="${line} present" cx="${x(present.strangers)}" cy="${y(present.ours)}" r="5.5"/>`,
      `<path class="${line}" d="M${plot.right - 200} ${legend - 4}h34"/>`,
      `<text x="${plot.right - 156}" y="${legend}">${language}: now at ${present.cut.toFixed(2)} (circle)</text>`,
    ];
  }),
].join("\n")}
</svg>
`;
}

function ticks(end: number, step: number): readonly number[] {
  return Array.from({ length: end / step + 1 }, (_, index) => index * step);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
