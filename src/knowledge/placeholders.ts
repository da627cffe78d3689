/** The {places} for values that some texts must have, and may have no others of. */
export function placeholderFaults(texts: readonly string[], places: readonly string[]): readonly string[] {
  const found = placeholdersIn(texts);
  return [
    ...places.filter((place) => !found.includes(place)).map((place) => `must hold ${place}`),
    ...unknownPlaceholders(texts, places),
  ];
}

/** The {places} of some texts that nothing is filled into. */
export function unknownPlaceholders(texts: readonly string[], places: readonly string[]): readonly string[] {
  return placeholdersIn(texts)
    .filter((place) => !places.includes(place))
    .map((place) => `there is no ${place} to fill in here`);
}

function placeholdersIn(texts: readonly string[]): readonly string[] {
  return texts.flatMap((given) => given.match(/\{[^{}]*\}/g) ?? []);
}
