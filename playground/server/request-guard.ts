import type { IncomingMessage, OutgoingHttpHeaders } from "node:http";

/** Everything is loaded from this server, and inline scripts and styles don't run. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  // Pictures that are about to be attached are shown from the browser's memory.
  "img-src 'self' blob:",
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
 * Whether a request comes from the page itself. Another host name may be an attacker's that resolves to this machine (DNS
 * rebinding); another origin is some other page in the same browser.
 */
export function isFromPage({ headers, method }: IncomingMessage, port: number): boolean {
  const hosts = [`localhost:${port}`, `127.0.0.1:${port}`];
  if (headers.host === undefined || !hosts.includes(headers.host)) return false;
  const { origin } = headers;
  if (origin !== undefined) return origin === `http://${headers.host}`;
  const site = headers["sec-fetch-site"];
  if (method === "GET") return site === undefined || site === "same-origin" || site === "none";
  return false;
}
