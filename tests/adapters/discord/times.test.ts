import { expect, it } from "vitest";
import { renderAnswer } from "../../../adapters/discord/rendering/render-answer.ts";
import { postMessage } from "../../../adapters/discord/sending/post-message.ts";
import { type Answer, paragraph } from "../../../src/answer/answer.ts";
import { plain, type Text } from "../../../src/answer/text.ts";
import { openRest } from "./sending/open-rest.ts";

async function post(...text: Text) {
  const { context, channel, texts } = await openRest();
  const answer: Answer = { locale: "en", blocks: [paragraph(...text)], buttons: [] };
  for (const [index, message] of renderAnswer(answer).entries())
    await postMessage(context.rest, channel, { message, key: `k/${index}` });
  return texts();
}

it("Discord gets a point in time as its own mark, in whole seconds", async () => {
  const time = { kind: "time", text: "14 Nov 2023, 22:13 UTC", at: 1_700_000_000_999 } as const;
  expect(await post(plain("Since "), time, plain("."))).toEqual(["Since <t:1700000000:f>."]);
});

it("what a person typed is no point in time", async () => {
  expect(await post(plain("<t:1700000000:f>"))).toEqual(["\\<t\\:1700000000:f>"]);
});
