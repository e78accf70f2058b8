import { readFileSync } from "node:fs";
import { jsonErrorPosition } from "./json-position";
import {
  isSecret,
  secretSignature,
  signatureKey,
  type ResourceState,
  type StackState,
  type StateValue,
} from "./resource-state";
import { StackFileError } from "./stack-file-error";

type Json = StateValue | undefined;
type JsonObject = Record<string, StateValue>;

const exportAgain = "Write it again with `pulumi stack export --file <file>`";

/**
 * Reads a file written by `pulumi stack export`, a checkpoint of a self-managed backend, or a bare list of resources.
 *
 * @throws StackFileError when the file is missing or is none of these.
 */
export function readStackExport(file: string): StackState {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "unknown";
    const problem = code === "ENOENT" ? "there is no such file" : `the file cannot be read (${code})`;
    throw new StackFileError(file, problem, "Give the path of a file written by `pulumi stack export`");
  }
  return parseStackExport(text, file);
}

/**
 * Reads the text of such a file.
 *
 * Resources marked for deletion are left out, as the engine leaves them out when it asks policies. Secrets written in
 * plain text get the envelope that previews use; encrypted ones stay as they are and count as not known.
 *
 * @param file what errors call the text.
 * @throws StackFileError when the text is not a stack.
 */
export function parseStackExport(text: string, file = "stack"): StackState {
  const root = parseJson(text, file);
  const rows = resourcesOf(root, file);
  const resources = rows
    .map((row, index) => resourceState(row, index, file))
    .filter((resource): resource is ResourceState => resource !== undefined);
  if (resources.length === 0) {
    throw new StackFileError(file, "it holds no resources", "Export a stack that has been deployed");
  }
  const [, stack = "stack", project = "project"] = /^urn:pulumi:(.*?)::(.*?)::/.exec(resources[0]?.urn ?? "") ?? [];
  return { project, stack, resources };
}

function parseJson(text: string, file: string): StateValue {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, "")) as StateValue;
  } catch {
    const place = jsonErrorPosition(text);
    const cutOff = place?.offset === text.length;
    const where = place ? ` at line ${place.line}, column ${place.column} (offset ${place.offset})` : "";
    const problem = text.trim() === "" ? "it is empty" : `${cutOff ? "the JSON is cut off" : "it is not JSON"}${where}`;
    throw new StackFileError(file, problem, exportAgain);
  }
}

function resourcesOf(root: StateValue, file: string): StateValue[] {
  if (Array.isArray(root)) return root;
  if (!isObject(root)) throw new StackFileError(file, "it is not a stack", exportAgain);
  const version = root.version;
  // Version 4 is version 3 with features that do not change what is read here.
  if (version !== undefined && version !== 3 && version !== 4) {
    const problem = `its version is ${typeof version === "number" ? version : "not a number"}, and 3 or 4 is needed`;
    throw new StackFileError(file, problem, "Export it with a current Pulumi CLI");
  }
  const checkpoint = isObject(root.checkpoint) ? root.checkpoint : undefined;
  const deployment = [root.deployment, checkpoint?.latest, root.latest, root].find(
    (place: Json): place is JsonObject => isObject(place) && "resources" in place,
  );
  const resources = deployment?.resources;
  if (!Array.isArray(resources)) {
    const empty = "deployment" in root || checkpoint !== undefined;
    throw new StackFileError(
      file,
      empty ? "it holds no resources" : "it has neither `deployment.resources` nor `checkpoint.latest.resources`",
      empty ? "Export a stack that has been deployed" : exportAgain,
    );
  }
  return resources;
}

function resourceState(row: StateValue, index: number, file: string): ResourceState | undefined {
  const refuse = (problem: string) => new StackFileError(file, `resource ${index} ${problem}`, exportAgain);
  if (!isObject(row)) throw refuse("is not an object");
  const { urn, type } = row;
  if (typeof urn !== "string" || !/^urn:pulumi:.*?::.*?::.*?::/.test(urn)) throw refuse("has no valid `urn`");
  if (typeof type !== "string" || type === "") throw refuse("has no `type`");
  for (const key of ["inputs", "outputs", "propertyDependencies"] as const) {
    const value = row[key];
    if (value !== undefined && value !== null && !isObject(value)) throw refuse(`has \`${key}\` that are no object`);
  }
  if (row.delete === true) return undefined;
  return {
    urn,
    custom: row.custom === true,
    ...pick<string>(row, "id", isString),
    type,
    inputs: previewForm(row.inputs ?? {}) as JsonObject,
    outputs: previewForm(row.outputs ?? {}) as JsonObject,
    ...pick<string>(row, "parent", isString),
    ...pick<boolean>(row, "protect", isTrue),
    ...pick<boolean>(row, "retainOnDelete", isTrue),
    ...pick<boolean>(row, "external", isTrue),
    ...pick<string>(row, "provider", isString),
    dependencies: strings(row.dependencies),
    propertyDependencies: Object.fromEntries(
      Object.entries((row.propertyDependencies ?? {}) as JsonObject).map(([key, urns]) => [key, strings(urns)]),
    ),
    ...pick<string[]>(row, "ignoreChanges", isStrings),
    ...pick<string[]>(row, "aliases", isStrings),
    ...pick<string[]>(row, "additionalSecretOutputs", isStrings),
    ...customTimeouts(row.customTimeouts),
  };
}

/** Envelopes `{plaintext}` of an export become `{value}`, the form on the wire. */
function previewForm(value: StateValue): StateValue {
  if (Array.isArray(value)) return value.map(previewForm);
  if (!isObject(value)) return value;
  if (isSecret(value) && typeof value.plaintext === "string") {
    return { [signatureKey]: secretSignature, value: previewForm(parsedPlaintext(value.plaintext)) };
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, previewForm(inner)]));
}

function parsedPlaintext(plaintext: string): StateValue {
  try {
    return JSON.parse(plaintext) as StateValue;
  } catch {
    return plaintext;
  }
}

function customTimeouts(value: Json): Pick<ResourceState, "customTimeouts"> {
  if (!isObject(value)) return {};
  const seconds = Object.entries(value).filter(
    ([key, time]) => ["create", "update", "delete"].includes(key) && typeof time === "number" && time > 0,
  );
  return seconds.length ? { customTimeouts: Object.fromEntries(seconds) } : {};
}

function pick<T>(row: JsonObject, key: keyof ResourceState, wanted: (value: Json) => boolean): Record<string, T> {
  return wanted(row[key]) ? { [key]: row[key] as T } : {};
}

const isString = (value: Json): boolean => typeof value === "string" && value !== "";
const isTrue = (value: Json): boolean => value === true;
const isStrings = (value: Json): boolean => strings(value).length > 0;

function strings(value: Json): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
