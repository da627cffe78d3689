/** Reads a person's event stream until it contains `wanted`. */
export async function streamUntil(url: string, wanted: string, person = "alex"): Promise<string> {
  const { body } = await fetch(`${url}/api/stream?person=${person}`);
  if (!body) throw new Error("the stream has no body");
  const decoder = new TextDecoder();
  let stream = "";
  for await (const chunk of body) {
    stream += decoder.decode(chunk, { stream: true });
    if (stream.includes(wanted)) return stream;
  }
  throw new Error(`the stream ended without ${wanted}`);
}
