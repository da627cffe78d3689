import { expect, it } from "vitest";
import { fillText, placeSpan, type Span, wordsOf } from "../../src/answer/text.ts";

const time: Span = { kind: "time", text: "14 Nov 2023, 22:13 UTC", at: 1_700_000_000_000 };

it("a span stands where its name stood in a sentence", () => {
  expect(placeSpan("Since {time}.", "time", time)).toEqual([
    { kind: "plain", text: "Since " },
    time,
    { kind: "plain", text: "." },
  ]);
  expect(placeSpan("{time}", "time", time)).toEqual([time]);
});

it("a person's name is never read as the name of a time", () => {
  const text = fillText(placeSpan("{name} since {time}", "time", time), { name: "{time}" });
  expect(wordsOf(text)).toBe("{time} since 14 Nov 2023, 22:13 UTC");
});
