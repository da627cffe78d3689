import { useState } from "preact/hooks";

/** State that is kept in localStorage. */
export function useLocalStorage(key: string, first: string): [string, (value: string) => void] {
  const [value, setValue] = useState(() => localStorage.getItem(key) ?? first);
  return [
    value,
    (next) => {
      localStorage.setItem(key, next);
      setValue(next);
    },
  ];
}
