import { requirement, type Requirement } from "@hipaa-aws/controls";
import type { StackGraph } from "../graph/stack-graph";
import type { ResourceCheck } from "./resource-check";
import type { StackCheck } from "./stack-check";

/** A property of a rule's configuration, as JSON schema, with the default that holds when the user says nothing. */
export interface ConfigProperty {
  readonly type: "boolean" | "number" | "integer" | "string" | "array" | "object";
  readonly description: string;
  readonly default: unknown;
  readonly items?: { readonly type: "string" | "number" };
  readonly minimum?: number;
  readonly maximum?: number;
}

export type RuleConfig = Readonly<Record<string, ConfigProperty>>;

interface RuleOptions {
  /** Type tokens, where they differ from the catalogue's (say why beside it). */
  readonly types?: readonly string[];
  /** Properties of the rule's own configuration. */
  readonly config?: RuleConfig;
  /** True where presence alone is the fault (a forbidden input), so that an unknown value is a fault too. */
  readonly faultsOnPresence?: boolean;
}

/** A rule that one resource decides. */
export interface ResourceRule extends RuleOptions {
  readonly kind: "resource";
  readonly id: string;
  readonly requirement: Requirement;
  readonly types: readonly string[];
  readonly check: (resource: ResourceCheck) => void;
}

/** A rule that needs the whole stack. */
export interface StackRule extends RuleOptions {
  readonly kind: "stack";
  readonly id: string;
  readonly requirement: Requirement;
  readonly types: readonly string[];
  readonly check: (stack: StackCheck, graph: StackGraph) => void;
}

export type Rule = ResourceRule | StackRule;

/**
 * Declares a rule of one resource. Text, severity, tier, citations and type tokens come from the requirement of the
 * same id in the control catalogue.
 */
export function resourceRule(id: string, options: RuleOptions & Pick<ResourceRule, "check">): ResourceRule {
  const item = requirement(id);
  return { ...options, kind: "resource", id, requirement: item, types: options.types ?? item.resourceTypes };
}

/** Declares a rule of the whole stack. It is silent where the stack holds no resource of its types. */
export function stackRule(id: string, options: RuleOptions & Pick<StackRule, "check">): StackRule {
  const item = requirement(id);
  return { ...options, kind: "stack", id, requirement: item, types: options.types ?? item.resourceTypes };
}
