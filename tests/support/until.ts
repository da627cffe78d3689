/** Waits until something is there, for what arrives over a connection. */
export async function until<T>(look: () => T | undefined, milliseconds = 10_000): Promise<T> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`waited ${milliseconds} ms in vain`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
