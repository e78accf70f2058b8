import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fromConfiguration } from "./example-program";
import { JsonText, Ref, resource, unknown, type CaseProperties, type CaseResource, type RuleCase } from "../cases";

/**
 * A case as an example: the same resources, with what a program has to say beside what the rule is about. One object is
 * both printed and judged, so that what a page shows is what was tested.
 */
export function exampleCase(testCase: RuleCase): RuleCase {
  const named = withNames(testCase);
  const wired = withWires(named.resources);
  return { ...named, resources: wired.map(completed) };
}

/** What the example of a case has to say beside the case, each as `type path`. */
export function addedArguments(testCase: RuleCase): string[] {
  return withWires(withNames(testCase).resources).flatMap((item) =>
    missingArguments(item).map((path) => `${item.type} ${path}`),
  );
}

/** The resource that most cases are about has no name of its own; a program gives it one. */
function withNames(testCase: RuleCase): RuleCase {
  const { resources, at } = testCase;
  const subject = resources.find(({ name }) => name === "subject");
  if (!subject) return testCase;
  const taken = new Set(resources.map(({ name }) => name));
  const plain = lowerFirst(subject.type.split(":").at(-1) ?? "").replace(/V2$/, "");
  const fresh = [plain, `${plain}Subject`].find((name) => !taken.has(name)) ?? "subject";
  const rename = (name: string): string => (name === "subject" ? fresh : name);
  return {
    ...testCase,
    ...(at === undefined ? {} : { at: at.map(rename) }),
    resources: resources.map((item) => ({
      ...item,
      name: rename(item.name),
      ...(item.parent === undefined ? {} : { parent: rename(item.parent) }),
      properties: mapped(item.properties, (value) =>
        value instanceof Ref ? new Ref(rename(value.target), value.output) : value,
      ) as CaseProperties,
    })),
  };
}

interface Wire {
  /** Path of the input, without the places in lists. */
  readonly inputs: RegExp;
  /** The resource whose output is the input, or a plain value. */
  readonly from: { readonly name: string; readonly type: string; readonly output: string } | string;
}

const output = (name: string, type: string, of = "arn"): Wire["from"] => ({ name, type, output: of });

const keyType = "aws:kms/key:Key";

/** What stands behind an input that a case leaves unknown: in a program, the output of another resource. */
const wires: readonly Wire[] = [
  { inputs: /password/i, from: fromConfiguration },
  { inputs: /logUri$/, from: "s3://clinic-logs/" },
  { inputs: /kms|encryptionKey|keyArn|keyId|masterKey|(^|\.)key$/i, from: output("key", keyType) },
  { inputs: /launchTemplate\.id$/, from: output("template", "aws:ec2/launchTemplate:LaunchTemplate", "id") },
  { inputs: /securityGroup/i, from: output("group", "aws:ec2/securityGroup:SecurityGroup", "id") },
  { inputs: /subnet/i, from: output("subnet", "aws:ec2/subnet:Subnet", "id") },
  { inputs: /certificateArn/i, from: output("certificate", "aws:acm/certificate:Certificate") },
  { inputs: /guardrailIdentifier/, from: output("guardrail", "aws:bedrock/guardrail:Guardrail", "guardrailId") },
  { inputs: /ipGroupIds/, from: output("addresses", "aws:workspaces/ipGroup:IpGroup", "id") },
  { inputs: /logStreamArn/, from: output("logs", "aws:cloudwatch/logStream:LogStream") },
  { inputs: /logGroup/i, from: output("logs", "aws:cloudwatch/logGroup:LogGroup") },
  { inputs: /role/i, from: output("role", "aws:iam/role:Role") },
  { inputs: /topic/i, from: output("topic", "aws:sns/topic:Topic") },
  { inputs: /bucketArn/i, from: output("bucket", "aws:s3/bucket:Bucket") },
  { inputs: /bucket/i, from: output("bucket", "aws:s3/bucket:Bucket", "bucket") },
];

function withWires(resources: readonly CaseResource[]): readonly CaseResource[] {
  const added = new Map<string, CaseResource>();
  const wired = resources.map((item) => ({
    ...item,
    properties: mapped(item.properties, (value, path) => {
      const wire = value === unknown ? wires.find(({ inputs }) => inputs.test(path)) : undefined;
      if (!wire) return value;
      const { from } = wire;
      if (typeof from === "string") return from;
      const name = resources.some((other) => other.name === from.name) ? `${from.name}Wired` : from.name;
      added.set(name, resource(from.type, from.type === keyType ? { enableKeyRotation: true } : {}, { name }));
      return new Ref(name, from.output);
    }) as CaseProperties,
  }));
  return [...wired, ...added.values()];
}

/** By type, then by path: arguments that AWS or the provider requires. `[]` in a path stands for each element. */
type RequiredArguments = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export const requiredArguments = JSON.parse(
  readFileSync(join(__dirname, "required-arguments.json"), "utf8"),
) as RequiredArguments;

/** Adds required arguments that the case leaves out; what is given stays. */
function completed(item: CaseResource): CaseResource {
  const properties = mapped(item.properties, (value) => value) as CaseProperties;
  for (const path of missingArguments(item)) fill(properties, path.split("."), requiredArguments[item.type]?.[path]);
  return { ...item, properties };
}

/** Paths of required arguments on record that a resource leaves out, though it has the block around them. */
export function missingArguments({ type, properties }: CaseResource): string[] {
  return Object.keys(requiredArguments[type] ?? {}).filter((path) => lacks(properties, path.split(".")));
}

function lacks(target: unknown, path: readonly string[]): boolean {
  return places(target, path).some(({ block, key }) => block[key] === undefined);
}

function fill(target: unknown, path: readonly string[], value: unknown): void {
  for (const { block, key } of places(target, path)) block[key] ??= value;
}

/** The blocks that a path ends in, each with the name there. */
function places(target: unknown, [first = "", ...rest]: readonly string[]): { block: CaseProperties; key: string }[] {
  if (!isBlock(target)) return [];
  const key = first.replace(/\[\]$/, "");
  if (rest.length === 0) return [{ block: target, key }];
  const next = target[key];
  if (!first.endsWith("[]")) return places(next, rest);
  return Array.isArray(next) ? next.flatMap((element) => places(element, rest)) : [];
}

function isBlock(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Ref) &&
    !(value instanceof JsonText)
  );
}

/** A copy in which each leaf is what `change` makes of it; its path leaves out the places in lists. */
function mapped(value: unknown, change: (leaf: unknown, path: string) => unknown, path = ""): unknown {
  if (value instanceof JsonText) return new JsonText(mapped(value.document, change, path));
  if (Array.isArray(value)) return value.map((item) => mapped(item, change, path));
  if (isBlock(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        name,
        mapped(inner, change, path === "" ? name : `${path}.${name}`),
      ]),
    );
  }
  return change(value, path);
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
