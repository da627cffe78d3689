/** Every address that something links to, however deep it stands: what is kept as text under the key `url`. */
export function addressesIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "url" && typeof inner === "string" ? [inner] : addressesIn(inner),
  );
}
