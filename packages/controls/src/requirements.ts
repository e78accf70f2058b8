import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What an item of the catalogue becomes: a rule (of one resource or of several), a component's setting, a duty of people. */
export type RequirementKind = "resource-policy" | "stack-policy" | "component" | "guidance";

/** `core`: on, mandatory. `extended`: on, advisory. `optional`: off by default. */
export type Tier = "core" | "extended" | "optional";

/** When a rule can decide: from literal inputs, usually on update only, or when all resources are registered. */
export type Phase = "preview" | "update" | "stack" | "n/a";

export type Severity = "low" | "medium" | "high" | "critical";

/** A condition on one property, in words. The rule of the same id is what runs. */
export interface RequirementProperty {
  /** Resource types that the condition applies to; all of the requirement's when absent. */
  readonly appliesTo?: readonly string[];
  readonly path: string;
  readonly pass: string;
  /** The verdict when the property is absent. */
  readonly unset?: string;
  /** The verdict when the property is not known at preview. */
  readonly unknown?: string;
}

/** What a remediation writes: a plain value, a block or list as it stands, or the value of the rule's own setting. */
export type RemediationValue =
  string | number | boolean | readonly string[] | Readonly<Record<string, never>> | { readonly setting: string };

/** `given`, `absent`, one of these texts, or none of them. */
export type RemediationCondition = "given" | "absent" | readonly string[] | { readonly not: readonly string[] };

/**
 * One step of a remediation; it happens as a whole or not at all. Paths are those of the inputs, as in
 * `metadataOptions.httpTokens`. `[*]` stands for each element of a list; the paths of one step share the same list, and
 * the step then happens for each element on its own.
 */
export interface RemediationStep {
  /** Type tokens that the step is for; all of the requirement's when absent. */
  readonly types?: readonly string[];
  /** Conditions by path. One that is not known yet does not hold. */
  readonly onlyIf?: Readonly<Record<string, RemediationCondition>>;
  /** Values by path, written first, in this order, and only where nothing is given; `{}` makes an empty block. */
  readonly fill?: Readonly<Record<string, RemediationValue>>;
  /** Values by path, written in place of what is there. The block around them has to be there, or be filled. */
  readonly set?: Readonly<Record<string, RemediationValue>>;
  /** Elements by path of a list, added to those that are there. */
  readonly add?: Readonly<Record<string, readonly string[]>>;
}

/** One requirement: something that a system which holds PHI on AWS must, should or may do. */
export interface Requirement {
  /** Also the id of the rule, the component test or the checklist entry that meets it. */
  readonly id: string;
  /** The AWS service, in AWS's own words. */
  readonly service: string;
  readonly what: string;
  readonly kind: RequirementKind;
  readonly tier: Tier;
  readonly phase: Phase;
  readonly severity: Severity;
  /** Pulumi type tokens; `*` stands for every resource. */
  readonly resourceTypes: readonly string[];
  /** Citations of 45 CFR Part 164; see {@link citationOf}. */
  readonly hipaa: readonly string[];
  /** What other rule sets cite for the same check, where it differs. */
  readonly peerCitations?: readonly string[];
  /** Ids of the same check in other rule sets. */
  readonly peers?: Readonly<Record<string, readonly string[]>>;
  /** What a Pulumi user writes to mend it. */
  readonly mend: string;
  readonly properties?: readonly RequirementProperty[];
  /** Policy configuration in words, with defaults. */
  readonly config?: string;
  /** How the rule's remediation mends a resource, where it has one. */
  readonly remediate?: readonly RemediationStep[];
  /** What the remediation covers and what it leaves to people, in words. */
  readonly remediateWhen?: string;
  /** Rules that judge a neighbouring fault; one finding per fault. */
  readonly overlaps?: readonly string[];
  /** The rule that judges this item in its place. */
  readonly mergedInto?: string;
  readonly note?: string;
  /** Titles of the documents that ask for it. */
  readonly sources: readonly string[];
}

const folder = join(__dirname, "..", "data", "requirements");

let loaded: ReadonlyMap<string, Requirement> | undefined;

/** The whole catalogue by id, read once: one JSON file per AWS service in `data/requirements`. */
export function requirements(): ReadonlyMap<string, Requirement> {
  loaded ??= new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith(".json"))
      .sort()
      .flatMap((file) => JSON.parse(readFileSync(join(folder, file), "utf8")) as Requirement[])
      .map((item) => [item.id, item]),
  );
  return loaded;
}

/**
 * The requirement with this id.
 *
 * @throws Error when the catalogue has no such id.
 */
export function requirement(id: string): Requirement {
  const found = requirements().get(id);
  if (!found) throw new Error(`"${id}" is not a requirement of the catalogue (packages/controls/data/requirements)`);
  return found;
}
