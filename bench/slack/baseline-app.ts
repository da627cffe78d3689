import { readFileSync } from "node:fs";
import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from "@slack/bolt";
import { z } from "zod";

/**
 * The baseline for Signpost: a Bolt app that acknowledges a command and responds with the payload that a file holds
 * for its text. Runs as a child process with the settings of Signpost's Slack adapter, and sends `{ port }` to its
 * parent when it listens.
 */
const settings = z
  .object({
    SLACK_BOT_TOKEN: z.string(),
    SLACK_APP_TOKEN: z.string().optional(),
    SLACK_SIGNING_SECRET: z.string().default(""),
    SLACK_API_URL: z.string(),
    PAYLOADS: z.string(),
  })
  .parse(process.env);
const payloads = new Map(
  z
    .array(z.tuple([z.string(), z.looseObject({})]))
    .parse(JSON.parse(readFileSync(settings.PAYLOADS, "utf8"))),
);

const clientOptions = { slackApiUrl: settings.SLACK_API_URL };
const logLevel = LogLevel.ERROR;
const appToken = settings.SLACK_APP_TOKEN;
const receiver =
  appToken === undefined
    ? new HTTPReceiver({
        signingSecret: settings.SLACK_SIGNING_SECRET,
        endpoints: "/slack/events",
        port: 0,
        logLevel,
      })
    : new SocketModeReceiver({ appToken, installerOptions: { clientOptions }, logLevel });
const app = new App({ token: settings.SLACK_BOT_TOKEN, receiver, clientOptions, logLevel });
app.command("/aws-help", async ({ ack, respond, command }) => {
  await ack();
  await respond(payloads.get(command.text) ?? "What?");
});

const started = await app.start();
const address = started && "address" in started ? started.address() : undefined;
process.send?.({ kind: "listening", port: typeof address === "object" && address ? address.port : 0 });
