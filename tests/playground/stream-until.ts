/** What the page is told, from its start until something stands in it. */
export async function streamUntil(url: string, wanted: string, person = "alex"): Promise<string> {
  const { body } = await fetch(`${url}/api/stream?person=${person}`);
  if (!body) throw new Error("the stream has no body");
  const decoder = new TextDecoder();
  let heard = "";
  for await (const chunk of body) {
    heard += decoder.decode(chunk, { stream: true });
    if (heard.includes(wanted)) return heard;
  }
  throw new Error(`the stream ended without ${wanted}`);
}
