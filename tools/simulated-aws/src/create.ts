import { textOf, unwrapSecrets, type StateValue } from "@hipaa-aws/stack-state";
import { autonameRule, namePrefix } from "./autonaming";
import type { SimulatedEnvironment } from "./environment";
import { identifier } from "./identifiers";
import { sdkType } from "./sdk-types";
import { services } from "./services";
import { fillTemplate, inputsOfId } from "./template";
import type { Computed, Creation, CreationWithId, Properties, TypeSimulation } from "./type-simulation";

/** For types that no table knows. */
const fallback: TypeSimulation = {
  id: "{name}-{hex7}",
  arn: "arn:{partition}:{service}:{region}:{account}:{id}",
};

/**
 * What AWS answers when a resource is created.
 *
 * @param inputs after Check.
 * @param existingId of a resource that is there already.
 */
export function createResource(
  type: string,
  name: string,
  seed: string,
  inputs: Properties,
  environment: SimulatedEnvironment,
  existingId?: string,
): { id: string; outputs: Properties } {
  const region = textOf(inputs.region);
  const table = services[type] ?? fallback;
  const bare: Creation = {
    type,
    name,
    seed,
    inputs: {},
    environment: region === "" ? environment : { ...environment, region },
  };
  const made = existingId === undefined ? nameFromPrefix(type, seed, inputs) : toldByIdOf(table, existingId, bare);
  const creation: Creation = { ...bare, inputs: { ...made, ...(unwrapSecrets(inputs) as Properties) } };
  const { id, arn, known } = identify(table, creation, existingId);
  const withId: CreationWithId = {
    ...creation,
    id,
    arn: arn ?? "",
    fill: (template) => fillTemplate(template, creation, known),
  };

  const facts = sdkType(type);
  const computed: Properties = { ...made };
  // Where a program may give the ARN too, as with parameters of Systems Manager, AWS fills it in all the same.
  const hasArn = facts.computed.has("arn") || facts.inputs.has("arn") || facts.inputs.size === 0;
  if (arn !== undefined && hasArn) computed.arn = arn;
  for (const [key, value] of Object.entries(table.outputs ?? {})) {
    const result = evaluate(value, withId);
    if (result !== undefined) computed[key] = result;
  }
  const given = Object.fromEntries(Object.entries(inputs).filter(([, value]) => value !== null));
  return { id, outputs: { ...computed, ...given, id } };
}

/** The Terraform provider's own way of ending a name whose beginning is given. */
function nameFromPrefix(type: string, seed: string, inputs: Properties): Properties {
  const rule = autonameRule(type);
  if (!rule) return {};
  const prefix = namePrefix(inputs, rule);
  return prefix === undefined ? {} : { [rule.property]: prefix + identifier(`${type}::${seed}`, "digits", 26) };
}

/** What the id of a resource that is there already tells of its inputs: its physical name at least. */
function toldByIdOf(table: TypeSimulation, existingId: string, creation: Creation): Properties {
  const template = table.id === "{arn}" ? (table.arn ?? table.id) : table.id;
  const name = autonameRule(creation.type)?.property;
  const last = existingId.split(/[/:]/).at(-1) ?? existingId;
  return { ...(name ? { [name]: last } : {}), ...inputsOfId(template, existingId, creation) };
}

/** Id and ARN, whichever is made of the other first, and all places of the type's templates. */
function identify(table: TypeSimulation, creation: Creation, existingId: string | undefined) {
  const known: Record<string, string> = { service: creation.type.split(":")[1]?.split("/")[0] ?? "aws" };
  for (const [place, compute] of Object.entries(table.places ?? {})) known[place] = compute(creation);
  const withArn = () => {
    if (existingId !== undefined && table.id === "{arn}") known.arn = existingId;
    else if (table.arn !== undefined) known.arn = fillTemplate(table.arn, creation, known);
  };
  const arnFirst = table.arn !== "{id}" && !table.arn?.includes("{id}") && !table.arn?.includes("|id}");
  if (arnFirst) withArn();
  const id = existingId ?? fillTemplate(table.id, creation, known);
  known.id = id;
  if (!arnFirst) withArn();
  return { id, arn: known.arn, known };
}

function evaluate(value: Computed, creation: CreationWithId): StateValue | undefined {
  if (typeof value === "function") return value(creation);
  if (typeof value === "string") return creation.fill(value);
  if (Array.isArray(value)) return value.map((item) => evaluate(item, creation) ?? null);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, evaluate(inner, creation) ?? null]));
}
