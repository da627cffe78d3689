/** As much of JSON Schema (2020-12) as Discord's API description uses. */
export type Schema = Readonly<Record<string, unknown>>;

export type Resolve = (ref: string) => Schema;

/** What is wrong with a value, each with where; nothing where it conforms. */
export function findBreaches(schema: Schema, value: unknown, resolve: Resolve, path = ""): readonly string[] {
  const { $ref: ref, allOf, oneOf, anyOf, const: only, enum: some } = schema;
  if (typeof ref === "string") return findBreaches(resolve(ref), value, resolve, path);
  const options = schemasIn(oneOf ?? anyOf);
  return [
    ...schemasIn(allOf).flatMap((part) => findBreaches(part, value, resolve, path)),
    ...(options.length > 0 ? breachesOfNearest(options, value, resolve, path) : []),
    ...(only !== undefined && value !== only ? [`${path}: ${show(value)} is not ${show(only)}`] : []),
    ...(Array.isArray(some) && !some.includes(value)
      ? [`${path}: ${show(value)} is none of ${show(some)}`]
      : []),
    ...breachesOfType(schema, value, resolve, path),
  ];
}

/** Of several descriptions the one that fits best; those that clearly mean something else are not told of. */
function breachesOfNearest(
  options: readonly Schema[],
  value: unknown,
  resolve: Resolve,
  path: string,
): readonly string[] {
  const all = options.map((option) => findBreaches(option, value, resolve, path));
  return all.reduce((nearest, breaches) => (breaches.length < nearest.length ? breaches : nearest));
}

function breachesOfType(schema: Schema, value: unknown, resolve: Resolve, path: string): readonly string[] {
  const types = [schema.type].flat().filter((type) => typeof type === "string");
  if (types.length > 0 && !types.some((type) => isOfType(type, value)))
    return [`${path}: ${show(value)} is no ${types.join(" or ")}`];
  if (typeof value === "string") return breachesOfText(schema, value, path);
  if (typeof value === "number") return breachesOfNumber(schema, value, path);
  if (Array.isArray(value)) return breachesOfList(schema, value, resolve, path);
  return isObject(value) ? breachesOfObject(schema, value, resolve, path) : [];
}

function isOfType(type: string, value: unknown): boolean {
  switch (type) {
    case "null":
      return value === null;
    case "integer":
      return Number.isInteger(value);
    case "array":
      return Array.isArray(value);
    case "object":
      return isObject(value);
    default:
      return typeof value === type;
  }
}

const formats: Readonly<Record<string, RegExp>> = {
  snowflake: /^\d{1,20}$/,
  "date-time": /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
  uri: /^[a-z][a-z+.-]*:\S+$/i,
};

function breachesOfText(
  { minLength, maxLength, pattern, format }: Schema,
  value: string,
  path: string,
): readonly string[] {
  const { length } = [...value];
  const shape = typeof format === "string" ? formats[format] : undefined;
  return [
    ...outside(length, [minLength, maxLength], `${path}: a length of ${length}`),
    ...(typeof pattern === "string" && !new RegExp(pattern, "u").test(value)
      ? [`${path}: not like ${pattern}`]
      : []),
    ...(shape && !shape.test(value) ? [`${path}: ${show(value)} is no ${String(format)}`] : []),
  ];
}

function breachesOfNumber({ minimum, maximum }: Schema, value: number, path: string): readonly string[] {
  return outside(value, [minimum, maximum], `${path}: ${value}`);
}

function breachesOfList(
  schema: Schema,
  value: readonly unknown[],
  resolve: Resolve,
  path: string,
): readonly string[] {
  const { items, minItems, maxItems, uniqueItems } = schema;
  const isRepeated = uniqueItems === true && new Set(value.map(show)).size < value.length;
  return [
    ...outside(value.length, [minItems, maxItems], `${path}: ${value.length} items`),
    ...(isRepeated ? [`${path}: something is there twice`] : []),
    ...(isObject(items)
      ? value.flatMap((item, at) => findBreaches(items, item, resolve, `${path}/${at}`))
      : []),
  ];
}

function breachesOfObject(schema: Schema, value: Schema, resolve: Resolve, path: string): readonly string[] {
  const { required, properties, additionalProperties: others } = schema;
  const known = isObject(properties) ? properties : {};
  const missing = (Array.isArray(required) ? required : []).filter(
    (name) => value[String(name)] === undefined,
  );
  return [
    ...missing.map((name) => `${path}/${name}: is missing`),
    ...Object.entries(value).flatMap(([name, inner]) => {
      const described = known[name] ?? others;
      if (described === false) return [`${path}/${name}: is not described`];
      if (inner === undefined || !isObject(described)) return [];
      return findBreaches(described, inner, resolve, `${path}/${name}`);
    }),
  ];
}

function outside(value: number, [least, most]: readonly [unknown, unknown], what: string): readonly string[] {
  const isOutside =
    (typeof least === "number" && value < least) || (typeof most === "number" && value > most);
  return isOutside ? [`${what} is outside ${show(least)} to ${show(most)}`] : [];
}

function schemasIn(value: unknown): readonly Schema[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

export function isObject(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  return JSON.stringify(value)?.slice(0, 80) ?? "nothing";
}
