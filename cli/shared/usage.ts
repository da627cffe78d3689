import { parseArgs } from "node:util";
import { nearest } from "../../src/lib/nearest.ts";
import { HelpAsked, UsageError } from "./run-command.ts";
import { type CommandName, summaries } from "./summaries.ts";

interface Option {
  readonly type: "string" | "boolean";
  readonly default?: string | boolean;
  /** What stands for its value in the help. */
  readonly value?: string;
  readonly means: string;
}

type Options = Readonly<Record<string, Option>>;

interface Form<O extends Options> {
  readonly command: CommandName;
  /** What may follow the command, as in `ENTRY [--locale en]`. */
  readonly given?: string;
  readonly options?: O;
  /** Maximum arguments that are no options; none if left out. */
  readonly maxWords?: number;
  /** What else is to be known, at the end of the help. */
  readonly notes?: string;
}

/** The call of a command in one line, for messages about wrong arguments. */
export function callOf({ command, given = "" }: Pick<Form<Options>, "command" | "given">): string {
  return `npx signpost ${command} ${given}`.trim();
}

/**
 * Reads the arguments of a command.
 * @throws HelpAsked if they hold --help
 * @throws UsageError for an option that there is not, one without its value, or too many arguments
 */
export function readArguments<const O extends Options>(form: Form<O>, given: readonly string[]) {
  const { maxWords = 0 } = form;
  const options = (form.options ?? {}) as O;
  const fail = (fault: string) => new UsageError(`${fault}\nusage: ${callOf(form)}`);
  const { tokens } = parseArgs({ args: [...given], options, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    if (isHelp(token.name)) throw new HelpAsked(helpFor(form));
    if (!Object.hasOwn(options, token.name)) throw fail(noSuchOption(token.rawName, Object.keys(options)));
  }
  const words = tokens.filter(({ kind }) => kind === "positional").length;
  try {
    const read = parseArgs({ args: [...given], options, allowPositionals: true });
    if (words <= maxWords) return read;
  } catch (error) {
    throw fail(error instanceof Error ? error.message : String(error));
  }
  throw fail(maxWords === 0 ? "there is nothing but options here" : "that is one argument too many");
}

export function isHelp(name: string): boolean {
  return name === "help" || name === "h";
}

/** Says that there is no such option, and which one was probably meant. */
export function noSuchOption(given: string, known: readonly string[]): string {
  const meant = nearest(given.replace(/^-+/, ""), known);
  return `there is no option ${given}${meant === undefined ? "" : `: did you mean --${meant}?`}`;
}

function helpFor(form: Form<Options>): string {
  const rows = Object.entries(form.options ?? {}).map(
    ([name, { value, means }]) => [`--${name}${value === undefined ? "" : ` ${value}`}`, means] as const,
  );
  const width = Math.max(0, ...rows.map(([left]) => left.length)) + 3;
  return [
    summaries[form.command],
    `\n  ${callOf(form)}`,
    ...(rows.length > 0 ? [""] : []),
    ...rows.map(([left, means]) => `  ${left.padEnd(width)}${means}`),
    ...(form.notes === undefined ? [] : [`\n${form.notes}`]),
  ].join("\n");
}
