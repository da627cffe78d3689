import { useLayoutEffect } from "preact/hooks";
import { useLocalStorage } from "./use-local-storage.ts";

export const themes = ["auto", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** The chosen theme; `auto` follows the system. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const [stored, store] = useLocalStorage("theme", "auto");
  const theme = themes.find((one) => one === stored) ?? "auto";
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  return [theme, store];
}
