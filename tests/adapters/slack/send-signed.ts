import { createHmac } from "node:crypto";
import type { Workspace } from "../../../local/slack/workspace.ts";

/** Where signed requests go, and how they are signed. */
export interface Line {
  readonly url: string;
  readonly secret: string;
}

interface Request {
  readonly body: string;
  readonly type?: string;
  readonly method?: string;
  /** Seconds that the request's time is off; or what stands in its place. */
  readonly time?: number | string;
}

/** Sends what the workspace never would, signed as Slack signs: authentication/verifying-requests-from-slack. */
export function sendSigned(line: Line, request: Request): Promise<Response> {
  const { body, type = "application/json", method = "POST", time = 0 } = request;
  const timestamp = typeof time === "string" ? time : String(Math.floor(Date.now() / 1000) + time);
  const signature = createHmac("sha256", line.secret).update(`v0:${timestamp}:${body}`).digest("hex");
  const headers = {
    "content-type": type,
    "x-slack-request-timestamp": timestamp,
    "x-slack-signature": `v0=${signature}`,
  };
  return fetch(line.url, { method, headers, body });
}

/** An event with an id of its own: apis/events-api#events-JSON */
export function toEvent({ teamId }: Pick<Workspace, "teamId">, id: string, event: object): string {
  return JSON.stringify({ type: "event_callback", team_id: teamId, event_id: id, event });
}
