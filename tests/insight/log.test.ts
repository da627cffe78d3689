import { DiscordAPIError, type RawFile } from "discord.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createLog } from "../../src/insight/log.ts";
import type { Logger } from "../../src/lib/logger.ts";
import { piecesOf, plantedSecrets } from "../safety/planted.ts";
import { propertyRuns } from "../support/property-runs.ts";

function logged(write: (log: Logger) => void): string {
  const lines: string[] = [];
  write(createLog("trace", { write: (line) => void lines.push(line) }));
  return lines.join("");
}
const fieldsOf = (line: string): unknown => JSON.parse(line);

describe("a log line", () => {
  it.each<[string, (log: Logger, words: string) => void]>([
    ["a message", (log, words) => log.info(words)],
    ["a message with values", (log, words) => log.info("refused: %s %o", words, { words })],
    ["a field", (log, words) => log.info({ words }, "asked")],
    ["a field within a field", (log, words) => log.warn({ a: { b: [{ words }] } })],
    ["an error", (log, words) => log.error(new Error(words))],
    ["an error's message and stack", (log, words) => log.error({ err: new Error(words) }, "failed")],
    ["what was thrown without being an error", (log, words) => log.error({ err: words })],
    [
      "an error under another name",
      (log, words) => log.error({ cause: Object.assign(new Error(""), { words }) }),
    ],
    ["what a child log always says", (log, words) => log.child({ words }).info("asked")],
    [
      "a request that an error carries",
      (log, words) => log.error({ request: { body: JSON.stringify({ words }) } }),
    ],
  ])("holds no secret that stands in %s", (_, write) => {
    fc.assert(
      fc.property(plantedSecrets, ({ secret, said }) => {
        const line = logged((log) => write(log, said));
        expect(piecesOf(secret).filter((piece) => line.includes(piece))).toEqual([]);
        expect(fieldsOf(line)).toHaveProperty("level");
      }),
      { numRuns: propertyRuns(30) },
    );
  });

  it("holds nothing of the request that Discord refused", () => {
    const token = `MTIzNDU2Nzg5MDEyMzQ1Njc4.X-hvzA.${"Ovy4MCQywSkoMRRclStW4xAYK7I"}`;
    const files: RawFile[] = [];
    const url = `https://discord.com/api/v10/webhooks/123456789012345678/${"aW50ZXJhY3Rpb246".repeat(8)}/messages/@original`;
    const refusal = { code: 50035, message: `Invalid Form Body: ${token}`, errors: {} };
    const request = { body: { content: "my password is hunter2" }, files };
    const error = new DiscordAPIError(refusal, 50035, 400, "PATCH", url, request);
    const line = logged((log) => log.error({ err: error, error }, `discord: ${error.url}`));
    for (const secret of [token, "aW50ZXJhY3Rpb246", "hunter2"]) expect(line).not.toContain(secret);
    expect(line).toContain("50035");
  });

  it.each([
    ["password", "hunter2", "[password]"],
    ["token", "aB3dE5fG7hJ9kL1mN2pQ", "[token]"],
    ["authorization", "Bearer aB3dE5fG7hJ9kL1mN2pQ", "Bearer [token]"],
    ["mail", "write to anna@example.com", "write to [e-mail]"],
    ["phone", "+1 (123) 456-7890", "[phone number]"],
  ])("masks a field by its name: %s", (name, value, masked) => {
    expect(fieldsOf(logged((log) => log.info({ [name]: value })))).toHaveProperty(name, masked);
  });

  it("keeps what says what happened", () => {
    const fields = {
      event: "discord/message/1300000000000000001",
      port: 3000,
      entry: "forgot-root-password",
      count: 2,
    };
    expect(
      fieldsOf(logged((log) => log.info(fields, "slack: an answer goes to the direct messages"))),
    ).toEqual({
      level: 30,
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      msg: "slack: an answer goes to the direct messages",
      ...fields,
    });
  });
});
