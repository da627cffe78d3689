import type { IncomingMessage } from "node:http";

/** Slack's largest events are far below this. */
const maxBodyBytes = 1_000_000;
/** Without a signature comes only the check of the certificate (`ssl_check=1`). */
const maxUnsignedBytes = 4096;
/** Bytes of all bodies that are being read. A signature can only be checked once its body is there. */
const maxTotalBytes = 16_000_000;

const signaturePattern = /^v0=[0-9a-f]{64}$/;

/** `tooLarge`: nothing of the rest is read. `busy`: too much is being read already. `aborted`: the request broke off. */
type BodyFailure = "tooLarge" | "busy" | "aborted";

export type ReadBody = (request: IncomingMessage) => Promise<Buffer | BodyFailure>;

/** Reads the bodies of requests, within limits. */
export function createBodyReader(): ReadBody {
  let totalBytes = 0;

  return async (request) => {
    const maxBytes = maxBytesOf(request);
    if (Number(request.headers["content-length"]) > maxBytes) return "tooLarge";
    const chunks: Buffer[] = [];
    let bytes = 0;
    try {
      return await new Promise<Buffer | BodyFailure>((resolve) => {
        request.on("data", (chunk: Buffer) => {
          bytes += chunk.length;
          totalBytes += chunk.length;
          if (bytes > maxBytes) resolve("tooLarge");
          else if (totalBytes > maxTotalBytes) resolve("busy");
          else chunks.push(chunk);
        });
        request.once("end", () => resolve(Buffer.concat(chunks)));
        request.once("close", () => resolve("aborted"));
        request.once("error", () => resolve("aborted"));
      });
    } finally {
      request.removeAllListeners("data");
      totalBytes -= bytes;
    }
  };
}

function maxBytesOf({ headers }: IncomingMessage): number {
  const signature = headers["x-slack-signature"];
  const isSigned = typeof signature === "string" && signaturePattern.test(signature);
  return isSigned ? maxBodyBytes : maxUnsignedBytes;
}
