import { get } from "node:http";

/**
 * Asks the bot that runs here, at HOST and PORT, whether it is ready. Prints its answer, and ends with 1 unless it is:
 * the image's HEALTHCHECK.
 */
const { HOST = "127.0.0.1", PORT = "3000" } = process.env;
const host = ["0.0.0.0", "::"].includes(HOST) ? "127.0.0.1" : HOST;

const request = get({ host, port: PORT, path: "/readyz", timeout: 4000 }, (response) => {
  response.pipe(process.stdout);
  if (response.statusCode !== 200) process.exitCode = 1;
});
request.on("timeout", () => request.destroy(new Error(`no answer from ${host}:${PORT} within 4 s`)));
request.on("error", ({ message }) => {
  console.log(message);
  process.exitCode = 1;
});
