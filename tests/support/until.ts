/** Only a ceiling for what never comes: on a busy machine, anything may take long. */
const ceilingMs = 90_000;

/** Waits until something is there, for what arrives over a connection or from another process. */
export async function until<T>(look: () => T | undefined): Promise<T> {
  const end = Date.now() + ceilingMs;
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`waited ${ceilingMs} ms in vain`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
