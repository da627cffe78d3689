/** The {places} for values that some texts must have, and may have no others of. */
export function placeFaults(texts: readonly string[], places: readonly string[]): readonly string[] {
  const found = placesIn(texts);
  return [
    ...places.filter((place) => !found.includes(place)).map((place) => `must hold ${place}`),
    ...unknownPlaces(texts, places),
  ];
}

/** The {places} of some texts that nothing is filled into. */
export function unknownPlaces(texts: readonly string[], places: readonly string[]): readonly string[] {
  return placesIn(texts)
    .filter((place) => !places.includes(place))
    .map((place) => `there is no ${place} to fill in here`);
}

function placesIn(texts: readonly string[]): readonly string[] {
  return texts.flatMap((given) => given.match(/\{[^{}]*\}/g) ?? []);
}
