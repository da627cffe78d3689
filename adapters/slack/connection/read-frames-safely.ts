import type { SocketModeReceiver } from "@slack/bolt";
import { z } from "zod";
import type { Logger } from "../../../src/lib/logger.ts";
import { parseJson } from "../../../src/lib/parse-json.ts";

/** A frame that the SDK can read: apis/events-api/using-socket-mode#events. */
const frameSchema = z.looseObject({ type: z.string(), payload: z.unknown().optional() });
const eventPayloadSchema = z.object({ event: z.object({ type: z.string() }) });

/**
 * Keeps frames from the SDK that would end the process: it reads them in a listener whose rejection nobody handles, and
 * fails on an events_api frame without an event, as that of app_rate_limited (measured, socket-mode 3.1).
 */
export function readFramesSafely(client: SocketModeReceiver["client"], log: Logger): void {
  for (const read of client.listeners("ws_message")) {
    client.off("ws_message", read);
    client.on("ws_message", async (data: unknown, isBinary: unknown) => {
      const frame = typeof data === "string" ? toReadableFrame(data) : undefined;
      if (frame === undefined) return log.warn("slack: frame that can't be read ignored");
      try {
        await read.call(client, frame, isBinary);
      } catch (error) {
        log.warn({ err: error }, "slack: frame ignored");
      }
    });
  }
}

/** An events_api frame without an event gets a type that the SDK passes on, so that it is acknowledged. */
function toReadableFrame(text: string): string | undefined {
  const frame = parseJson(text, frameSchema);
  if (!frame) return undefined;
  if (frame.type !== "events_api" || eventPayloadSchema.safeParse(frame.payload).success) return text;
  return JSON.stringify({ ...frame, type: "noise" });
}
