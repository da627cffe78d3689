import type { IncomingMessage, OutgoingHttpHeaders } from "node:http";

/** Everything comes from the page's own server, and nothing is run that stands in the page itself. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

export const safeHeaders: OutgoingHttpHeaders = {
  "content-security-policy": policy,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-store",
};

/**
 * Whether a request is for this server, by a name of this machine, and comes from its own page. Another name may be a
 * stranger's that points here (DNS rebinding); another origin is a stranger's page in the same browser.
 */
export function isOurs({ headers, method }: IncomingMessage, port: number): boolean {
  const hosts = [`localhost:${port}`, `127.0.0.1:${port}`];
  if (headers.host === undefined || !hosts.includes(headers.host)) return false;
  const { origin } = headers;
  if (origin !== undefined) return origin === `http://${headers.host}`;
  const site = headers["sec-fetch-site"];
  if (method === "GET") return site === undefined || site === "same-origin" || site === "none";
  return false;
}
