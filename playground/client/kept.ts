import { useState } from "preact/hooks";

/** A choice that the browser remembers. */
export function useKept(key: string, first: string): [string, (value: string) => void] {
  const [value, setValue] = useState(() => localStorage.getItem(key) ?? first);
  return [
    value,
    (next) => {
      localStorage.setItem(key, next);
      setValue(next);
    },
  ];
}
