import { expect, it } from "vitest";
import { examineDiscord } from "../../../adapters/discord/examine.ts";
import { openGuild } from "../../playground/discord/connect-app.ts";

/** What is said of a guild, fine or not. */
async function examine(settings: { readonly token?: string; readonly url?: string }, team?: string) {
  const { guild, channel } = await openGuild();
  const found = await examineDiscord(
    { DISCORD_TOKEN: settings.token ?? guild.token, DISCORD_API_URL: settings.url ?? guild.restUrl },
    team === "there" ? channel : team,
  );
  return found.map((finding) =>
    finding.kind === "fine" ? `ok ${finding.what}` : `${finding.what}: ${finding.cure}`,
  );
}

it("finds nothing wrong where everything is in place", async () => {
  const found = await examine({}, "there");
  expect(found.every((line) => line.startsWith("ok "))).toBe(true);
  expect(found.length).toBe(3);
});

it("says what to do about a token that is refused", async () => {
  expect(await examine({ token: "not.the.token" })).toEqual([
    "DISCORD_TOKEN is refused: reset the token on the Bot page of your application, and put the new one into .env",
  ]);
});

it("does not blame the token where Discord can't be reached", async () => {
  const [line] = await examine({ url: "http://127.0.0.1:9/api" });
  expect(line).toMatch(/^Discord can't be reached .*check the network and DISCORD_API_URL$/);
});

it("says what to do about a team channel that it does not see", async () => {
  const found = await examine({}, "999");
  expect(found.at(-1)).toMatch(/^the team channel 999 can't be used .*View Channel and Send Messages there$/);
});
