import { pathText, type ConfigPath } from "@hipaa-aws/controls";
import { nearest } from "./nearest";

/** Something wrong in a configuration, and where: `["rds-cmk", "exemptions", 0, "owner"]`. */
export interface ConfigFault {
  readonly path: ConfigPath;
  /** Says where and what. */
  readonly text: string;
}

/** A JSON schema as policies declare it for their configuration. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * What is wrong with a value by a schema. Knows the keywords that the policy SDK's `PolicyConfigJSONSchema` has; a
 * keyword that it does not know constrains nothing.
 */
export function schemaFaults(schema: JsonSchema, value: unknown, path: ConfigPath): ConfigFault[] {
  const name = pathText(path);
  const texts = [
    ...typeErrors(schema, value, name),
    ...(Array.isArray(schema.enum) && !schema.enum.some((allowed) => same(allowed, value))
      ? [`${name} must be one of ${schema.enum.map((allowed) => JSON.stringify(allowed)).join(", ")}`]
      : []),
    ...("const" in schema && !same(schema.const, value) ? [`${name} must be ${JSON.stringify(schema.const)}`] : []),
    ...(typeof value === "number" ? numberErrors(schema, value, name) : []),
    ...(typeof value === "string" ? textErrors(schema, value, name) : []),
  ];
  const own = texts.map((text) => ({ path, text }));
  if (Array.isArray(value)) return [...own, ...listFaults(schema, value, path)];
  if (isObject(value)) return [...own, ...objectFaults(schema, value, path)];
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

function listFaults(schema: JsonSchema, value: readonly unknown[], path: ConfigPath): ConfigFault[] {
  const { minItems, maxItems, uniqueItems, items } = schema;
  const name = pathText(path);
  const texts = value.map((item) => JSON.stringify(item));
  const own = [
    ...(typeof minItems === "number" && value.length < minItems
      ? [`${name} must have at least ${minItems} items`]
      : []),
    ...(typeof maxItems === "number" && value.length > maxItems ? [`${name} must have at most ${maxItems} items`] : []),
    ...(uniqueItems === true && new Set(texts).size < texts.length ? [`${name} must not have an item twice`] : []),
  ];
  return [
    ...own.map((text) => ({ path, text })),
    ...value.flatMap((item, index) => {
      const itemSchema: unknown = Array.isArray(items) ? items[index] : items;
      return isObject(itemSchema) ? schemaFaults(itemSchema, item, [...path, index]) : [];
    }),
  ];
}

function objectFaults(schema: JsonSchema, value: JsonSchema, path: ConfigPath): ConfigFault[] {
  const properties = isObject(schema.properties) ? schema.properties : {};
  const required = Array.isArray(schema.required) ? (schema.required as unknown[]) : [];
  const { additionalProperties } = schema;
  const missing = required.filter((key): key is string => typeof key === "string" && !(key in value));
  return [
    ...missing.map((key) => ({ path, text: `${pathText([...path, key])} is required` })),
    ...Object.entries(value).flatMap(([key, inner]) => {
      const known = properties[key];
      const at = [...path, key];
      if (isObject(known)) return schemaFaults(known, inner, at);
      if (additionalProperties === false) {
        const suggestion = nearest(key, Object.keys(properties));
        const meant = suggestion === undefined ? "" : `; did you mean ${suggestion}?`;
        return [{ path: at, text: `${pathText(path)} has no option ${key}${meant}` }];
      }
      return isObject(additionalProperties) ? schemaFaults(additionalProperties, inner, at) : [];
    }),
  ];
}

function isObject(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
