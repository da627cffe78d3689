import { expect, it } from "vitest";
import { inBrowser, phone } from "./browser.ts";
import { act, openPlayground } from "./open-playground.ts";
import { tinyPicture } from "./tiny-picture.ts";

const picture = { name: "error.png", type: "image/png", data: tinyPicture.toString("base64") };
const answered = "I can't read pictures.";

it("a picture in Slack's direct messages is a shared file, of which the bot says that it can't read it", async () => {
  const { url, workspace } = await openPlayground();
  const person = workspace.person("alex");
  const says = { kind: "says", channel: person.dm, text: "", pictures: [picture] };
  expect((await act(url, { platform: "slack", person: "alex", act: says })).status).toBe(200);
  const answer = await workspace.until(() => workspace.messagesSeenBy(person, person.dm)[1]);
  expect(answer.text).toContain(answered);
  const [message] = workspace.messagesSeenBy(person, person.dm);
  expect(message).toMatchObject({ subtype: "file_share", text: "" });
  expect(message?.files).toMatchObject([
    { name: "error.png", mimetype: "image/png", size: tinyPicture.length },
  ]);
  const shown = await fetch(`${url}/api/pictures/slack/${message?.files?.[0]?.id}`);
  expect(shown.headers.get("content-type")).toBe("image/png");
  expect(Buffer.from(await shown.arrayBuffer())).toEqual(tinyPicture);
});

it("a picture in Discord is an attachment, also of a post in the forum", async () => {
  const { url, guild } = await openPlayground();
  const person = guild.person("alex");
  const says = { kind: "says", channel: person.dm, text: "", pictures: [picture] };
  await act(url, { platform: "discord", person: "alex", act: says });
  const answer = await guild.until(() => guild.messagesSeenBy(person, person.dm)[1]);
  expect(JSON.stringify(answer)).toContain(answered);
  const attachment = guild.messagesSeenBy(person, person.dm)[0]?.attachments[0];
  expect(attachment).toMatchObject({
    filename: "error.png",
    contentType: "image/png",
    size: tinyPicture.length,
  });
  const shown = await fetch(`${url}/api/pictures/discord/${attachment?.id}`);
  expect(Buffer.from(await shown.arrayBuffer())).toEqual(tinyPicture);

  const forum = guild.data.channels.find(({ kind }) => kind === "forum")?.id;
  const post = {
    kind: "posts",
    forum,
    title: "The window",
    text: "my window is stuck",
    tags: [],
    pictures: [picture],
  };
  await act(url, { platform: "discord", person: "alex", act: post });
  const thread = guild.data.channels.find(({ kind }) => kind === "thread");
  expect(guild.messagesSeenBy(person, thread?.id ?? "")[0]?.attachments).toHaveLength(1);
});

it("a picture that is none, too many of them, and a message without anything are refused with a reason", async () => {
  const { url, workspace } = await openPlayground();
  const { dm } = workspace.person("alex");
  const send = (pictures: readonly object[]) =>
    act(url, { platform: "slack", person: "alex", act: { kind: "says", channel: dm, text: "", pictures } });
  const script = { ...picture, data: Buffer.from("<script>").toString("base64") };
  expect(await send([script])).toEqual({
    status: 409,
    body: { error: "error.png is not a picture that can be shown" },
  });
  expect((await send([{ ...picture, type: "image/svg+xml" }])).status).toBe(400);
  expect((await send(Array.from({ length: 5 }, () => picture))).status).toBe(400);
  expect((await send([{ ...picture, data: "A".repeat(7_000_000) }])).status).toBe(400);
  expect((await send([])).status).toBe(409);
  expect(workspace.messagesSeenBy(workspace.person("alex"), dm)).toEqual([]);
  expect((await fetch(`${url}/api/pictures/slack/F0000000001`)).status).toBe(404);
});

inBrowser("Pictures on the page", (open) => {
  const views = ["Slack", "Discord"] as const;
  it.each(views)(
    "%s: are chosen, taken out, sent and shown; others are left out with a reason",
    async (view) => {
      const { url } = await openPlayground();
      const page = await open(url, { viewport: phone });
      await page.getByRole("button", { name: view, exact: true }).click();
      const choose = async (name: string, mimeType: string, buffer = tinyPicture) => {
        const chooser = page.waitForEvent("filechooser");
        await page.getByRole("button", { name: "Attach a picture" }).click();
        await (await chooser).setFiles([{ name, mimeType, buffer }]);
      };
      await choose("one.png", "image/png");
      await choose("two.png", "image/png");
      const tray = page.getByRole("list", { name: "Pictures that will be sent" });
      await tray.getByRole("button", { name: "Remove two.png" }).click();
      expect(await tray.getByRole("listitem").count()).toBe(1);
      await choose("large.png", "image/png", Buffer.alloc(5_000_001));
      await page.getByText("large.png was left out: it has more than 5 MB.").waitFor();
      await choose("notes.pdf", "application/pdf");
      await page.getByText("notes.pdf was left out: only pictures").waitFor();
      await page.getByRole("button", { name: "Send" }).click();
      const shown = page.getByRole("article", { name: "alex" }).getByRole("img", { name: "one.png" });
      await shown.waitFor();
      await expect.poll(() => shown.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1);
      await page.getByText(answered).first().waitFor();
      expect(await tray.count()).toBe(0);
    },
  );

  it("are pasted into a message, and sent with its words", async () => {
    const { url } = await openPlayground();
    const page = await open(url);
    const field = page.getByRole("textbox");
    await field.fill("my window is stuck");
    await field.evaluate(
      (element, bytes) => {
        const clipboardData = new DataTransfer();
        clipboardData.items.add(new File([new Uint8Array(bytes)], "pasted.png", { type: "image/png" }));
        element.dispatchEvent(
          new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
        );
      },
      [...tinyPicture],
    );
    await page.getByRole("button", { name: "Remove pasted.png" }).waitFor();
    await field.press("Enter");
    await page.getByRole("article", { name: "alex" }).getByRole("img", { name: "pasted.png" }).waitFor();
    await page.getByText("Do it.").waitFor();
  });
});
