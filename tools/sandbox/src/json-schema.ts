/** A JSON schema as policies declare it for their configuration. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * What is wrong with a value by a schema. Knows the keywords that the policy SDK's `PolicyConfigJSONSchema` has; a
 * keyword that it does not know constrains nothing.
 */
export function schemaErrors(schema: JsonSchema, value: unknown, path: string): string[] {
  const own = [
    ...typeErrors(schema, value, path),
    ...(Array.isArray(schema.enum) && !schema.enum.some((allowed) => same(allowed, value))
      ? [`${path} must be one of ${schema.enum.map((allowed) => JSON.stringify(allowed)).join(", ")}`]
      : []),
    ...("const" in schema && !same(schema.const, value) ? [`${path} must be ${JSON.stringify(schema.const)}`] : []),
  ];
  if (typeof value === "number") return [...own, ...numberErrors(schema, value, path)];
  if (typeof value === "string") return [...own, ...textErrors(schema, value, path)];
  if (Array.isArray(value)) return [...own, ...listErrors(schema, value, path)];
  if (isObject(value)) return [...own, ...objectErrors(schema, value, path)];
  return own;
}

function typeErrors(schema: JsonSchema, value: unknown, path: string): string[] {
  if (schema.type === undefined) return [];
  const types = Array.isArray(schema.type) ? (schema.type as unknown[]) : [schema.type];
  const actual = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
  const fits = types.includes(actual) || (types.includes("integer") && Number.isInteger(value));
  return fits ? [] : [`${path} must be ${types.join(" or ")}`];
}

function numberErrors(schema: JsonSchema, value: number, path: string): string[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  return [
    ...(typeof minimum === "number" && value < minimum ? [`${path} must be at least ${minimum}`] : []),
    ...(typeof maximum === "number" && value > maximum ? [`${path} must be at most ${maximum}`] : []),
    ...(typeof exclusiveMinimum === "number" && value <= exclusiveMinimum
      ? [`${path} must be more than ${exclusiveMinimum}`]
      : []),
    ...(typeof exclusiveMaximum === "number" && value >= exclusiveMaximum
      ? [`${path} must be less than ${exclusiveMaximum}`]
      : []),
    ...(typeof multipleOf === "number" && value % multipleOf !== 0
      ? [`${path} must be a multiple of ${multipleOf}`]
      : []),
  ];
}

function textErrors(schema: JsonSchema, value: string, path: string): string[] {
  const { minLength, maxLength, pattern } = schema;
  return [
    ...(typeof minLength === "number" && value.length < minLength
      ? [`${path} must have at least ${minLength} characters`]
      : []),
    ...(typeof maxLength === "number" && value.length > maxLength
      ? [`${path} must have at most ${maxLength} characters`]
      : []),
    ...(typeof pattern === "string" && !new RegExp(pattern).test(value) ? [`${path} must match ${pattern}`] : []),
  ];
}

function listErrors(schema: JsonSchema, value: readonly unknown[], path: string): string[] {
  const { minItems, maxItems, uniqueItems, items } = schema;
  const texts = value.map((item) => JSON.stringify(item));
  return [
    ...(typeof minItems === "number" && value.length < minItems
      ? [`${path} must have at least ${minItems} items`]
      : []),
    ...(typeof maxItems === "number" && value.length > maxItems ? [`${path} must have at most ${maxItems} items`] : []),
    ...(uniqueItems === true && new Set(texts).size < texts.length ? [`${path} must not have an item twice`] : []),
    ...value.flatMap((item, index) => {
      const itemSchema: unknown = Array.isArray(items) ? items[index] : items;
      return isObject(itemSchema) ? schemaErrors(itemSchema, item, `${path}[${index}]`) : [];
    }),
  ];
}

function objectErrors(schema: JsonSchema, value: JsonSchema, path: string): string[] {
  const properties = isObject(schema.properties) ? schema.properties : {};
  const required = Array.isArray(schema.required) ? (schema.required as unknown[]) : [];
  const { additionalProperties } = schema;
  return [
    ...required
      .filter((key): key is string => typeof key === "string" && !(key in value))
      .map((key) => `${path}.${key} is required`),
    ...Object.entries(value).flatMap(([key, inner]) => {
      const known = properties[key];
      if (isObject(known)) return schemaErrors(known, inner, `${path}.${key}`);
      if (additionalProperties === false) return [`${path} has no option ${key}`];
      return isObject(additionalProperties) ? schemaErrors(additionalProperties, inner, `${path}.${key}`) : [];
    }),
  ];
}

function isObject(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
