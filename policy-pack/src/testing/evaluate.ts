import { parseUndecided, parseViolation } from "@hipaa-aws/controls";
import {
  type PolicyProviderResource,
  type PolicyResource,
  type ResourceValidation,
  type ResourceValidationArgs,
  type ResourceValidationPolicy,
  type StackValidationPolicy,
} from "@pulumi/policy";
import { compileRule, CompileContext } from "../authoring/compile";
import type { Rule } from "../authoring/rule";
import { UnknownValueError, unknownCheckingProxy } from "../authoring/sdk-unknowns";
import { JsonText, Ref, unknown, type CaseResource, type Expected, type RuleCase } from "./cases";

export const unknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** What a rule said of a case. */
export interface Answer {
  readonly outcome: Expected;
  /** Names of the resources that faults or open places stand at, sorted. */
  readonly at: readonly string[];
  /** Texts of the faults, without citations and mend. */
  readonly faults: readonly string[];
  readonly exempted: readonly string[];
  /** Everything that was printed, for tests that look for leaked values. */
  readonly printed: string;
}

/** Runs a rule over resources, as the SDK does: unknowns behind its own proxy, its own errors caught as it does. */
export function evaluate(
  rule: Rule,
  testCase: Pick<RuleCase, "resources" | "config"> & { readonly recorded?: Recorded },
  when: "preview" | "update",
  today = new Date("2026-11-22T12:00:00Z"),
  context = new CompileContext(() => today),
): Answer {
  const policy = compileRule(rule, context);
  const stack = testCase.resources.map((item) => new Built(item, testCase.resources, when));
  const reported: { message: string; urn: string }[] = [];
  const config = <T>(): T => (testCase.config ?? {}) as T;
  let open: readonly { urn?: string; path: string }[] = [];
  let skipped = false;
  let printed = "";
  const subject = stack[0];
  if (!subject) throw new Error("a case needs a resource");

  const report = (message: string, urn?: string): void => {
    reported.push({ message, urn: urn ?? subject.urn });
  };
  try {
    if ("validateStack" in policy) {
      if (testCase.recorded !== "wired inputs") for (const { urn, given } of stack) context.run.analysed(urn, given);
      const args = {
        resources: toPolicyResources(stack),
        getConfig: config,
        notApplicable: decline,
        stackTags: new Map(),
      };
      void (policy as StackValidationPolicy).validateStack(args, report);
    } else {
      const validate = (policy as ResourceValidationPolicy).validateResource as ResourceValidation;
      void validate(subject.validationArgs(config), report);
    }
  } catch (error) {
    if (error instanceof UnknownValueError) open = parseUndecided(error.message) ?? [];
    else if (error instanceof Declined) skipped = true;
    else throw error;
    printed = error.message;
  }
  const names = [...reported.map(({ urn }) => urn), ...open.map(({ urn }) => urn ?? subject.urn)].map(nameOf);
  return {
    outcome: reported.length > 0 ? "fault" : open.length > 0 ? "undecided" : skipped ? "not applicable" : "pass",
    at: [...new Set(names)].sort(),
    faults: reported.map(({ message }) => parseViolation(message).fault),
    exempted: context.run.exempted.map(({ urn }) => nameOf(urn)),
    printed: [printed, ...reported.map(({ message }) => message)].join("\n"),
  };
}

export class Declined extends Error {}

function decline(reason?: string): never {
  throw new Declined(reason);
}

/** A resource of a case as the engine would hand it over. */
export class Built {
  readonly urn: string;
  readonly sources = new Map<string, Set<string>>();
  readonly properties: Record<string, unknown>;

  constructor(
    readonly item: CaseResource,
    private readonly all: readonly CaseResource[],
    private readonly when: "preview" | "update",
  ) {
    this.urn = urnOf(item);
    this.properties = Object.fromEntries(
      Object.entries({ ...item.computed, ...item.properties }).map(([key, value]) => [key, this.build(value, key)]),
    );
    if (when === "update") this.properties = { ...this.referencedOutputs(), ...this.properties };
  }

  /** The inputs that the program gives. */
  get given(): string[] {
    return Object.entries(this.item.properties).flatMap(([key, value]) => (value === undefined ? [] : [key]));
  }

  validationArgs(getConfig: <T>() => T): ResourceValidationArgs {
    const { item, urn } = this;
    // A resource by itself is shown its inputs; what the provider computes stands in a stack analysis alone.
    const given = new Set(this.given);
    const inputs = Object.fromEntries(Object.entries(this.properties).filter(([key]) => given.has(key)));
    const props = unknownCheckingProxy(inputs);
    return {
      type: item.type,
      name: item.name,
      urn,
      props,
      opts: optionsOf(item),
      ...(item.provider ? { provider: providerOf(item.provider) } : {}),
      stackTags: new Map<string, string>(),
      isType: () => false,
      asType: () => undefined,
      getConfig: getConfig,
      notApplicable: decline,
    };
  }

  private build(value: unknown, key: string): unknown {
    if (value === unknown) return unknownText;
    if (value instanceof Ref) {
      this.depend(key, value);
      return this.when === "preview" ? unknownText : outputOf(value);
    }
    if (value instanceof JsonText) {
      const document = this.build(value.document, key);
      const text = JSON.stringify(document);
      return text.includes(unknownText) ? unknownText : text;
    }
    if (Array.isArray(value)) return value.map((item) => this.build(item, key));
    if (typeof value === "object" && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, this.build(inner, key)]));
    }
    return value;
  }

  private depend(key: string, reference: Ref): void {
    const target = this.all.find(({ name }) => name === reference.target);
    if (!target) throw new Error(`the case has no resource "${reference.target}"`);
    const sources = this.sources.get(key) ?? new Set<string>();
    this.sources.set(key, sources.add(urnOf(target)));
  }

  // After an update a resource has the outputs that others refer to.
  private referencedOutputs(): Record<string, string> {
    const refs = JSON.stringify(this.all.map(({ properties }) => collectRefs(properties)));
    const mine = (JSON.parse(refs) as [string, string][][]).flat().filter(([target]) => target === this.item.name);
    return Object.fromEntries(mine.map(([target, output]) => [output, outputOf(new Ref(target, output))]));
  }
}

/** Whether a case names outputs of other resources, so that an update tells more than a preview. */
export function collectsReferences(testCase: Pick<RuleCase, "resources">): boolean {
  return testCase.resources.some(({ properties }) => collectRefs(properties).length > 0);
}

function collectRefs(value: unknown): [string, string][] {
  if (value instanceof Ref) return [[value.target, value.output]];
  if (value instanceof JsonText) return collectRefs(value.document);
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(collectRefs);
}

function outputOf({ target, output }: Ref): string {
  return output === "arn" ? `arn:aws:service:us-east-1:111122223333:${target}` : `${target}-${output}`;
}

/**
 * Which inputs a rule of the whole stack can know to be given: all of them, since the pack was asked about each resource
 * before, or those alone that stand among the property dependencies. The engine leaves those out that depend on no
 * resource.
 */
export type Recorded = "every input" | "wired inputs";

export function toPolicyResources(stack: readonly Built[]): PolicyResource[] {
  const resources = stack.map(({ item, urn, properties }): PolicyResource => ({
    type: item.type,
    name: item.name,
    urn,
    props: unknownCheckingProxy(properties),
    opts: optionsOf(item),
    ...(item.provider ? { provider: providerOf(item.provider) } : {}),
    dependencies: [],
    propertyDependencies: {},
    isType: () => false,
    asType: () => undefined,
  }));
  const byUrn = new Map(resources.map((entry) => [entry.urn, entry]));
  stack.forEach(({ item, sources }, index) => {
    const current = resources[index];
    if (!current) return;
    for (const key of Object.keys(item.properties)) {
      const urns = [...(sources.get(key) ?? [])];
      // The engine hands on no input that depends on nothing.
      if (urns.length === 0) continue;
      current.propertyDependencies[key] = urns.map((urn) => byUrn.get(urn)).filter((found) => found !== undefined);
    }
    const parent = stack.find((other) => other.item.name === item.parent);
    if (parent) current.parent = byUrn.get(parent.urn);
  });
  return resources;
}

function optionsOf({ options = {} }: CaseResource): ResourceValidationArgs["opts"] {
  return {
    protect: options.protect ?? false,
    ignoreChanges: options.ignoreChanges ?? [],
    aliases: [],
    customTimeouts: { createSeconds: 0, updateSeconds: 0, deleteSeconds: 0 },
    additionalSecretOutputs: [],
  };
}

function providerOf(properties: Record<string, unknown>): PolicyProviderResource {
  return {
    type: "pulumi:providers:aws",
    name: "provider",
    urn: "urn:pulumi:test::case::pulumi:providers:aws::provider",
    props: unknownCheckingProxy(properties),
  };
}

function urnOf({ type, name }: CaseResource): string {
  return `urn:pulumi:test::case::${type}::${name}`;
}

function nameOf(urn: string): string {
  return urn.split("::")[3] ?? urn;
}
