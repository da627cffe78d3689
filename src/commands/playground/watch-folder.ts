import { watch } from "node:fs";

/** Editors write a file in several steps, in milliseconds. */
const settles = 150;

/** Tells when something below a folder was saved and nothing more follows. The function returned ends that. */
export function watchFolder(folder: string, changed: () => void): () => void {
  let due: NodeJS.Timeout | undefined;
  const watcher = watch(folder, { recursive: true }, () => {
    clearTimeout(due);
    due = setTimeout(changed, settles);
  });
  watcher.unref();
  return () => {
    clearTimeout(due);
    watcher.close();
  };
}
