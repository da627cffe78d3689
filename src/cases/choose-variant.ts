import { splitOptions } from "../answer/form.ts";
import { fill } from "../answer/text.ts";
import type { AwsCase, CaseVariant } from "../knowledge/entry.ts";

/** Answers by the ask's id: an option's id, several of them, or words. */
type Answers = Readonly<Record<string, string>>;

/** The case as it is for who answered so: the door and the subject follow the answers. */
export function caseFor(awsCase: AwsCase, answers: Answers): AwsCase {
  const fitting = fittingVariants(awsCase, answers);
  const door = fitting.find((variant) => variant.door !== undefined)?.door ?? awsCase.door;
  const subject = fitting.find((variant) => variant.subject !== undefined)?.subject ?? awsCase.subject;
  return { ...awsCase, door, subject: fill(subject, answers) };
}

/** The id of the entry that helps who answered so, instead of the case. */
export function entryInsteadOf(awsCase: AwsCase, answers: Answers): string | undefined {
  return fittingVariants(awsCase, answers).find(({ entry }) => entry !== undefined)?.entry;
}

/** The ids of all entries that a case can give way to, each with what has to be answered for it. */
export function entriesInstead({ variants }: AwsCase): readonly (CaseVariant & { readonly entry: string })[] {
  return variants.flatMap((variant) => {
    const { entry } = variant;
    return entry === undefined ? [] : [{ ...variant, entry }];
  });
}

function fittingVariants({ variants }: AwsCase, answers: Answers): readonly CaseVariant[] {
  return variants.filter(({ when }) =>
    Object.entries(when).every(([ask, wanted]) => {
      const answer = answers[ask] ?? "";
      if (wanted === "given") return answer !== "";
      return splitOptions(answer).some((option) => wanted.includes(option));
    }),
  );
}
