import { expect, it } from "vitest";
import { renderAnswer } from "../../../adapters/slack/rendering/render-answer.ts";
import { postMessage } from "../../../adapters/slack/sending/post-message.ts";
import { type Answer, paragraph } from "../../../src/answer/answer.ts";
import { plain, type Span } from "../../../src/answer/text.ts";
import { openWebApi } from "./open-web-api.ts";

const time: Span = { kind: "time", text: "14 Nov 2023, 22:13 <UTC>", at: 1_700_000_000_999 };
const date = {
  type: "date",
  timestamp: 1_700_000_000,
  format: "{date_short}, {time}",
  fallback: "14 Nov 2023, 22:13 <UTC>",
};

function answerWith(...blocks: Answer["blocks"]): Answer {
  return { locale: "en", blocks, buttons: [] };
}

async function post(answer: Answer) {
  const opened = await openWebApi();
  const { context, channel, seenBy } = opened;
  for (const [index, message] of renderAnswer(answer).entries())
    await postMessage(context, { channel, message, key: `k/${index}`, mayExist: false });
  return { ...opened, posted: seenBy() };
}

it("Slack takes a point in time in text, lists and steps, and the plain text has it in UTC", async () => {
  const { workspace, posted } = await post(
    answerWith(
      paragraph(plain("Since "), time),
      { kind: "list", items: [[time]] },
      { kind: "steps", steps: [[paragraph(time)]] },
      { kind: "note", tone: "notice", text: [time] },
    ),
  );
  const shown = JSON.stringify(posted[0]?.blocks);
  expect(shown.split(JSON.stringify(date)).length - 1).toBe(4);
  expect(posted[0]?.text).toContain("Since 14 Nov 2023, 22:13 &lt;UTC&gt;");
  expect(workspace.data.warnings).toEqual([]);
});

it("Slack takes a point in time in small print, which is its own markup", async () => {
  const { workspace, posted } = await post(answerWith({ kind: "note", tone: "footnote", text: [time] }));
  expect(posted[0]?.blocks).toMatchObject([
    {
      elements: [
        {
          type: "mrkdwn",
          text: "<!date^1700000000^{date_short}, {time}|14 Nov 2023, 22:13 &lt;UTC&gt;>",
        },
      ],
    },
  ]);
  expect(posted[0]?.text).toBe("14 Nov 2023, 22:13 &lt;UTC&gt;");
  expect(workspace.data.warnings).toEqual([]);
});

it("a point in time is not lost where a text takes several messages", async () => {
  const { posted } = await post(answerWith(paragraph(plain("word ".repeat(4000)), time)));
  expect(posted.length).toBeGreaterThan(1);
  expect(JSON.stringify(posted.map(({ blocks }) => blocks))).toContain(JSON.stringify(date));
});
