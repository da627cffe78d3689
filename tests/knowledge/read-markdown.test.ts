import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block } from "../../src/answer/answer.ts";
import { formatFault } from "../../src/knowledge/fault.ts";
import { readMarkdown, type Sections } from "../../src/knowledge/read-markdown.ts";
import { propertyRuns } from "../support/property-runs.ts";

const read = (text: string, lineOffset = 0) => readMarkdown({ file: "en.md", text, lineOffset });
const faultsOf = (text: string) => read(text).faults.map(formatFault);
const nothing: Sections = { body: [], stillStuck: [], message: "", administrator: [], questions: [] };
const says = (text: string): Block => ({ kind: "paragraph", text: [{ kind: "plain", text }] });

/** Sections of a text that has to be without a fault. */
function sectionsOf(text: string): Sections {
  const { sections, faults } = read(text);
  expect(faults).toEqual([]);
  return sections;
}

describe("a block", () => {
  const understood: readonly (readonly [string, string, readonly Block[]])[] = [
    ["nothing is no block", "", []],
    ["a paragraph", "Sign in again.\n", [says("Sign in again.")]],
    ["an empty line parts two paragraphs", "One.\n\nTwo.\n", [says("One."), says("Two.")]],
    ["### is a section", "### On a phone\n", [{ kind: "section", title: "On a phone" }]],
    ["#### is a section too", "#### On a phone\n", [{ kind: "section", title: "On a phone" }]],
    ["1. makes steps", "1. One.\n2. Two.\n", [{ kind: "steps", steps: [[says("One.")], [says("Two.")]] }]],
    [
      "- makes a list",
      "- one\n- two\n",
      [{ kind: "list", items: [[{ kind: "plain", text: "one" }], [{ kind: "plain", text: "two" }]] }],
    ],
    [
      "> is a notice",
      "> Wait.\n",
      [{ kind: "note", tone: "notice", text: [{ kind: "plain", text: "Wait." }] }],
    ],
    [
      "each paragraph of a > is a notice",
      "> One.\n>\n> Two.\n",
      [
        { kind: "note", tone: "notice", text: [{ kind: "plain", text: "One." }] },
        { kind: "note", tone: "notice", text: [{ kind: "plain", text: "Two." }] },
      ],
    ],
    [
      "fenced code is kept as typed",
      "```sh\naws  sts\n  *x*\n```\n",
      [{ kind: "code", text: "aws  sts\n  *x*" }],
    ],
  ];

  it.each(understood)("%s", (_fact, text, body) => {
    expect(sectionsOf(text)).toEqual({ ...nothing, body });
  });

  it("a step holds paragraphs, lists, notes and code", () => {
    const text =
      "1. Open it.\n\n   Look.\n\n   - one\n\n   > Wait.\n\n   ```\n   aws sts\n   ```\n2. Next.\n";
    const first: readonly Block[] = [
      says("Open it."),
      says("Look."),
      { kind: "list", items: [[{ kind: "plain", text: "one" }]] },
      { kind: "note", tone: "notice", text: [{ kind: "plain", text: "Wait." }] },
      { kind: "code", text: "aws sts" },
    ];
    expect(sectionsOf(text).body).toEqual([{ kind: "steps", steps: [first, [says("Next.")]] }]);
  });
});

describe("a span", () => {
  const page = "https://aws.amazon.com/";
  it.each([
    ["plain words stay", "Sign in", [{ kind: "plain", text: "Sign in" }]],
    [
      "** is strong, in its place among plain words",
      "On **Next**",
      [
        { kind: "plain", text: "On " },
        { kind: "strong", text: "Next" },
      ],
    ],
    ["backticks are code", "`a*b*`", [{ kind: "code", text: "a*b*" }]],
    ["a link has its words and address", `[AWS](${page})`, [{ kind: "link", text: "AWS", url: page }]],
    ["an address in <> is a link", `<${page}>`, [{ kind: "link", text: page, url: page }]],
    ["a backslash keeps a mark as text", "\\*\\*x\\*\\* a_b", [{ kind: "plain", text: "**x** a_b" }]],
    ["an entity is its character", "R&amp;D &lt;b&gt;", [{ kind: "plain", text: "R&D <b>" }]],
    ["a line break is a space", "one\n  two", [{ kind: "plain", text: "one two" }]],
    ["a line break in bold is a space", "**one\ntwo**", [{ kind: "strong", text: "one two" }]],
    ["a line break in code is a space", "`one\ntwo`", [{ kind: "code", text: "one two" }]],
    [
      "a line break in a link is a space",
      `[one\ntwo](${page})`,
      [{ kind: "link", text: "one two", url: page }],
    ],
  ])("%s", (_fact, text, spans) => {
    expect(sectionsOf(text).body).toEqual([{ kind: "paragraph", text: spans }]);
  });
});

describe("a mark", () => {
  it("divides the text into its parts", () => {
    const text = "Body.\n\n## Still stuck\nCheck.\n\n## Message\nHi.\n\n## Administrator\n1. Reset.\n";
    expect(sectionsOf(text)).toEqual({
      body: [says("Body.")],
      stillStuck: [says("Check.")],
      message: "Hi.",
      administrator: [{ kind: "steps", steps: [[says("Reset.")]] }],
      questions: [],
    });
  });

  it("that stands twice is a fault: the message would hold what lies between", () => {
    const text = "## Message\nHi.\n\n## Administrator\nReset.\n\n## Message\nBye.\n";
    expect(faultsOf(text)).toEqual([expect.stringMatching(/^en\.md:7: .*Message/)]);
  });

  it("that follows itself is a fault too", () => {
    expect(faultsOf("## Message\nHi.\n\n## Message\nBye.\n")).toEqual([
      expect.stringMatching(/^en\.md:4: .*Message/),
    ]);
  });

  it("the message is kept as it was typed, with what would be unsupported elsewhere", () => {
    const message = "Hi [name],\n\n  * I *lost* my phone <b>today</b>\n\n1) http://example.com/  \nThanks";
    expect(sectionsOf(`Body.\n\n## Message\n\n${message}\n\n## Still stuck\nCheck.\n`)).toEqual({
      ...nothing,
      body: [says("Body.")],
      message,
      stillStuck: [says("Check.")],
    });
  });
});

describe("## Questions", () => {
  const asked = (count: number) =>
    `## Questions\n${Array.from({ length: count }, (_, at) => `### Number ${at}?\nYes.\n`).join("")}`;

  it("holds a question in each ###, with its answer below it", () => {
    const text = "Body.\n\n## Questions\n### How long?\nA day.\n\nOr two.\n\n### Is it free?\n- yes\n";
    expect(sectionsOf(text)).toEqual({
      ...nothing,
      body: [says("Body.")],
      questions: [
        { question: "How long?", answer: [says("A day."), says("Or two.")] },
        { question: "Is it free?", answer: [{ kind: "list", items: [[{ kind: "plain", text: "yes" }]] }] },
      ],
    });
  });

  it.each([
    [
      "words before the first",
      "## Questions\nA day.\n",
      ["en.md:2: begin with a question: ### How long does it take?"],
    ],
    ["no answer", "## Questions\n### How long?\n", ['en.md:2: "How long?": write a short answer below it']],
    [
      "a heading within an answer",
      "## Questions\n### How long?\nA day.\n#### Or so\n",
      ["en.md:4: a question is a heading with ###, and its answer has no heading"],
    ],
    [
      "the same question again",
      "## Questions\n### How long?\nA day.\n### how long?\nA week.\n",
      ['en.md:4: "how long?" stands twice'],
    ],
    [
      "a long question",
      `## Questions\n### ${"x".repeat(101)}\nYes.\n`,
      ["en.md:2: a question is at most 100 characters"],
    ],
    [
      "a long answer",
      `## Questions\n### How long?\n${"x".repeat(501)}\n`,
      ['en.md:2: "How long?": the answer has 501 characters; at most 500'],
    ],
    ["more than eight", asked(9), ["en.md:18: at most 8 questions: keep the likeliest"]],
  ])("%s is a fault with its line", (_what, text, faults) => {
    expect(faultsOf(text)).toEqual(faults);
  });

  it("takes eight of the longest", () => {
    expect(faultsOf(asked(8))).toEqual([]);
    expect(faultsOf(`## Questions\n### ${"x".repeat(100)}\n${"x".repeat(500)}\n`)).toEqual([]);
  });
});

describe("a fault", () => {
  const readme = "knowledge/README.md lists what can be used";
  const onePar = "an item of a - list is one paragraph; use 1. steps to hold more";
  const heading = "use ## Still stuck, ## Message, ## Administrator, ## Questions, or ### inside a text";
  it.each([
    ["emphasis", "Fine.\n\nSay *please*.\n", [`en.md:3: unsupported Markdown (emphasis): ${readme}`]],
    ["a picture", "![x](https://a.b/c.png)\n", [`en.md:1: unsupported Markdown (image): ${readme}`]],
    ["HTML in a line", "Press <kbd>\n", [`en.md:1: unsupported Markdown (html): ${readme}`]],
    ["HTML as a block", "\n<div>x</div>\n", [`en.md:2: unsupported Markdown (html): ${readme}`]],
    ["a comment", "<!-- later -->\n", [`en.md:1: unsupported Markdown (html): ${readme}`]],
    ["a rule", "One.\n\n***\n", [`en.md:3: unsupported Markdown (thematicBreak): ${readme}`]],
    ["a forced line break", "One  \ntwo\n", [`en.md:1: unsupported Markdown (break): ${readme}`]],
    [
      "a link by reference",
      "[here][x]\n\n[x]: https://a.b/\n",
      [
        `en.md:1: unsupported Markdown (linkReference): ${readme}`,
        `en.md:3: unsupported Markdown (definition): ${readme}`,
      ],
    ],
    ["a link without TLS", "[x](http://a.b/)\n", ['en.md:1: a link begins with https://, not "http://a.b/"']],
    ["a link to a file", "[x](../b/en.md)\n", ['en.md:1: a link begins with https://, not "../b/en.md"']],
    [
      "a link that is a script",
      "[x](javascript:a)\n",
      ['en.md:1: a link begins with https://, not "javascript:a"'],
    ],
    ["a list in an item", "- one\n- two\n  - three\n", [`en.md:2: ${onePar}`]],
    ["two paragraphs in an item", "- one\n\n  two\n", [`en.md:1: ${onePar}`]],
    ["an empty item", "- one\n-\n", [`en.md:2: ${onePar}`]],
    ["a list in a note", "> Wait.\n>\n> - one\n", ["en.md:3: a note (>) holds paragraphs only"]],
    ["a title", "# Root password\n", [`en.md:1: unknown heading "Root password": ${heading}`]],
    ["an unknown heading", "One.\n\n## Stuck\n", [`en.md:3: unknown heading "Stuck": ${heading}`]],
    ["a mark in small letters", "## still stuck\n", [`en.md:1: unknown heading "still stuck": ${heading}`]],
    ["an underlined heading", "Root\n----\n", [`en.md:1: unknown heading "Root": ${heading}`]],
    [
      "emphasis within a step",
      "1. One.\n2. *Two.*\n",
      [`en.md:2: unsupported Markdown (emphasis): ${readme}`],
    ],
    [
      "emphasis after a mark",
      "## Still stuck\n\n_x_\n",
      [`en.md:3: unsupported Markdown (emphasis): ${readme}`],
    ],
  ])("%s is named with its line", (_what, text, faults) => {
    expect(faultsOf(text)).toEqual(faults);
  });

  it.each([
    ["a table", "| a | b |\n|---|---|\n| 1 | 2 |\n"],
    ["words struck out", "This is ~~gone~~.\n"],
    ["steps that begin in the middle", "3. Third.\n"],
  ])("%s is not shown as if it were plain text", (_what, text) => {
    expect(faultsOf(text)).toHaveLength(1);
  });

  const stars = "** would be shown as it is: bold is **Next**, with no space inside the stars";
  it.each([
    ["a space before the words", "Fine.\n\nOn ** Next**\n", 3],
    ["a space after them", "1. Do.\n2. On **Next **.\n", 2],
    ["no end", "### Choose **Next\n", 1],
    ["an escaped pair before them", "\\*\\*x and ** Next**\n", 1],
  ])("bold with %s does not leave its stars in the text", (_what, text, line) => {
    expect(faultsOf(text)).toEqual([`en.md:${line}: ${stars}`]);
  });

  it.each(["`** x`\n", "```\n** x\n```\n", "## Message\nIt is ** urgent**.\n"])(
    "stars are none where text is kept as typed: %s",
    (text) => {
      expect(faultsOf(text)).toEqual([]);
    },
  );

  it("a link inside bold is not dropped in silence", () => {
    expect(faultsOf("See **the [form](https://aws.amazon.com/)**.\n")).toHaveLength(1);
  });

  it("a picture inside bold, a link or a heading is not dropped in silence", () => {
    const picture = "![x](https://a.b/c.png)";
    expect(faultsOf(`**${picture}**\n\n[${picture}](https://a.b/)\n\n### ${picture}\n`)).toHaveLength(3);
  });

  it("all faults are reported, in the order of the parts", () => {
    const text = "*a*\n\n- x\n  - y\n\n[z](http://a.b/)\n";
    expect(read(text).faults.map(({ line }) => line)).toEqual([1, 3, 6]);
  });

  it("lines are counted from the top of the file", () => {
    expect(read("Fine.\n\n*x*\n", 12).faults.map(({ line }) => line)).toEqual([15]);
  });
});

it("any text gives sections and faults with lines of the file, and never throws", () => {
  const pieces = [
    "## Message\n",
    "## Still stuck\n",
    "# ",
    "1. ",
    "- ",
    "> ",
    "**",
    "`",
    "[a](",
    ")",
    "\n",
    "\n\n",
    "    ",
  ];
  const marked = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "binary", maxLength: 8 })));
  fc.assert(
    fc.property(
      fc.oneof(
        marked.map((parts) => parts.join("")),
        fc.string({ unit: "binary" }),
      ),
      (text) => {
        const lines = text.split(/\r\n|\r|\n/).length;
        for (const { line } of read(text, 5).faults)
          expect(line).toSatisfy((n: number) => n > 5 && n <= lines + 5);
      },
    ),
    { numRuns: propertyRuns(100) },
  );
});
