import type { Detection } from "../detection.ts";
import { isUncommonWord } from "./secret-shapes.ts";

// Answers to the questions that some services ask in place of a password.

const question = [
  "(?:security|secret)(?: question)?(?:'s)? answers?",
  "answers? (?:to|for|of) (?:the |my |a )?(?:security|secret)(?: question)?s?",
  "(?:mother|father|mom|dad)['’]?s? maiden name",
  "(?:first|childhood|favou?rite) (?:pet|school|teacher|car|friend)['’]?s?(?: name)?",
  "(?:cau )?tra loi(?: cua)?(?: cau hoi)? bao mat",
  "cau hoi bao mat[^\\n]{1,60}?tra loi",
  "ten (?:thoi con gai|khai sinh) cua me",
  "ten (?:thu cung|con cho|con meo|truong tieu hoc|truong cap 1|thay giao|co giao) dau tien",
].join("|");
const told = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${question})(?:\s{1,3}(?:cua|em|minh|toi|anh|chi|of|mine|my|the)){0,3}\s{0,3}(?:[:=>-]{1,2}|is|was|la)[\s:]{1,3}["'“‘*]{0,2}`,
  "giu",
);
/** One word, or several names. */
const answer = /\p{Lu}[\p{L}'’-]{1,30}(?: \p{Lu}[\p{L}'’-]{0,30}){1,4}|[^\s"'“”‘’*.,;!?]{2,40}/uy;
const anyQuestion = /answer|maiden|pet|school|teacher|friend|car|bao mat|dau tien|cua me/i;

/**
 * Answers to security questions.
 * @param text without accents
 */
export function findSecurityAnswers(text: string): readonly Detection<"password">[] {
  if (!anyQuestion.test(text)) return [];
  return [...text.matchAll(told)].flatMap(({ 0: asked, index }) => {
    const start = index + asked.length;
    answer.lastIndex = start;
    const given = answer.exec(text)?.[0] ?? "";
    const isNames = given.includes(" ");
    return isNames || isUncommonWord(given) ? [{ kind: "password", start, end: start + given.length }] : [];
  });
}
