import { webApi } from "@slack/bolt";
import type { SlackSettings } from "./settings.ts";

/** A client of the Web API for the doctor: without log lines, since each failure is told as a check. */
export function openSetupClient(settings: SlackSettings): webApi.WebClient {
  return new webApi.WebClient(settings.SLACK_BOT_TOKEN, setupClientOptions(settings));
}

export function setupClientOptions({ SLACK_API_URL: api }: SlackSettings): webApi.WebClientOptions {
  return {
    ...(api !== undefined && { slackApiUrl: api }),
    retryConfig: { retries: 1 },
    logger: silentLogger,
  };
}

const silentLogger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  setName: () => {},
  getLevel: () => webApi.LogLevel.ERROR,
};
