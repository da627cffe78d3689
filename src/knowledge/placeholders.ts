/** Reports missing and unknown {placeholders} in some texts. */
export function placeholderFaults(
  texts: readonly string[],
  placeholders: readonly string[],
): readonly string[] {
  const found = placeholdersIn(texts);
  return [
    ...placeholders
      .filter((placeholder) => !found.includes(placeholder))
      .map((placeholder) => `must hold ${placeholder}`),
    ...unknownPlaceholders(texts, placeholders),
  ];
}

/** Reports {placeholders} in some texts that have no value. */
export function unknownPlaceholders(
  texts: readonly string[],
  placeholders: readonly string[],
): readonly string[] {
  return placeholdersIn(texts)
    .filter((placeholder) => !placeholders.includes(placeholder))
    .map((placeholder) => `there is no ${placeholder} to fill in here`);
}

function placeholdersIn(texts: readonly string[]): readonly string[] {
  return texts.flatMap((given) => given.match(/\{[^{}]*\}/g) ?? []);
}
