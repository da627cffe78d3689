import { describe, expect, it } from "vitest";
import { helpChannels } from "../../src/platform/help-channels.ts";

const schema = helpChannels("SLACK_HELP_CHANNELS", { id: /^C[0-9]+$/, example: "C1:all" });
const form = "write channel ids with a mode and a language if you like, as in C1:all";

function read(value: string): object {
  return Object.fromEntries(schema.parse(value));
}

function faultsOf(value: string): readonly string[] {
  return schema.safeParse(value).error?.issues.map(({ message }) => message) ?? [];
}

describe("the setting of the help channels", () => {
  it("takes a channel alone, which answers questions", () => {
    expect(read("C1")).toEqual({ C1: { mode: "questions", locale: undefined } });
  });

  it.each(["mentions", "questions", "all"])("takes the mode %s", (mode) => {
    expect(read(`C1:${mode}`)).toEqual({ C1: { mode, locale: undefined } });
  });

  it.each(["en", "vi", "pt-BR"])("takes the language %s after the mode", (locale) => {
    expect(read(`C1:all:${locale}`)).toEqual({ C1: { mode: "all", locale } });
  });

  it("takes several channels, with spaces, empty parts and a comma at the end", () => {
    expect(read(" C1:all , ,C2:mentions:vi, C3, ")).toEqual({
      C1: { mode: "all", locale: undefined },
      C2: { mode: "mentions", locale: "vi" },
      C3: { mode: "questions", locale: undefined },
    });
  });

  it("keeps the order in which they stand", () => {
    expect([...schema.parse("C3,C1,C2").keys()]).toEqual(["C3", "C1", "C2"]);
  });

  it("is empty where nothing but commas stands in it", () => {
    expect(read(" , ,")).toEqual({});
  });
});

describe("a fault in the setting of the help channels", () => {
  it.each([
    ["#general", '"#general" is no channel id'],
    ["c1:all", '"c1" is no channel id'],
    [":all", '"" is no channel id'],
    ["C1:loud", '"loud" is no mode (mentions, questions, all)'],
    ["C1:", '"" is no mode (mentions, questions, all)'],
    ["C1:ALL", '"ALL" is no mode (mentions, questions, all)'],
    ["C1:vi", '"vi" is no mode (mentions, questions, all)'],
    ["C1:all:French", '"French" is no language (as en or vi)'],
    ["C1:all:", '"" is no language (as en or vi)'],
    ["C1:all:en:more", '"C1:all:en:more" has too many parts'],
  ])("in %s says that %s, and how it is written", (value, what) => {
    expect(faultsOf(value)).toEqual([`SLACK_HELP_CHANNELS: ${what}; ${form}`]);
  });

  it("names a channel that stands twice", () => {
    expect(faultsOf("C1:all,C2,C1")).toEqual(["SLACK_HELP_CHANNELS: C1 stands twice"]);
  });

  it("is told together with all others", () => {
    expect(faultsOf("general,C1:loud,C2:all:French,C3,C3")).toEqual([
      `SLACK_HELP_CHANNELS: "general" is no channel id; ${form}`,
      `SLACK_HELP_CHANNELS: "loud" is no mode (mentions, questions, all); ${form}`,
      `SLACK_HELP_CHANNELS: "French" is no language (as en or vi); ${form}`,
      "SLACK_HELP_CHANNELS: C3 stands twice",
    ]);
  });
});
