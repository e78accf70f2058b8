/**
 * Cases of a rule, as data: a few resources and what the rule must say of them. `rules.spec.ts` runs all of them
 * through the SDK's own proxy, in preview (references unknown) and, where there are references, after an update too.
 */

/** Stands for a value known only on update. */
export const unknown = Symbol("unknown");

/** An output of another resource of the case: unknown at preview, with a property dependency on it. */
export class Ref {
  constructor(
    readonly target: string,
    readonly output: string,
  ) {}
}

/** `ref("bucket", "arn")`: the output `arn` of the resource named `bucket`. */
export function ref(target: string, output = "id"): Ref {
  return new Ref(target, output);
}

/** JSON text that names outputs of other resources: wholly unknown at preview, as interpolated text is. */
export class JsonText {
  constructor(readonly document: unknown) {}
}

/** `json({ Statement: [...] })`: a policy document as text; may hold {@link ref}s and {@link unknown}. */
export function json(document: unknown): JsonText {
  return new JsonText(document);
}

/** Whether something of a resource is known only on update. */
export function holdsUnknown({ properties, computed, provider }: CaseResource): boolean {
  const isUnknown = (value: unknown): boolean => {
    if (value === unknown || value instanceof Ref) return true;
    if (value instanceof JsonText) return isUnknown(value.document);
    return typeof value === "object" && value !== null && Object.values(value).some(isUnknown);
  };
  return isUnknown([properties, computed, provider]);
}

export type CaseProperties = Record<string, unknown>;

export interface CaseResource {
  readonly type: string;
  readonly name: string;
  readonly properties: CaseProperties;
  /** What the provider computes for inputs that the program did not give. */
  readonly computed?: CaseProperties;
  readonly options?: CaseOptions;
  /** Name of the parent in the same case. */
  readonly parent?: string;
  /** Properties of the explicit provider. */
  readonly provider?: CaseProperties;
}

export interface CaseOptions {
  readonly protect?: boolean;
  readonly ignoreChanges?: string[];
}

/** A resource of a case. The first one of a case is the one that a rule of one resource judges. */
export function resource(
  type: string,
  properties: CaseProperties = {},
  more: Partial<Omit<CaseResource, "type" | "properties">> = {},
): CaseResource {
  return { type, name: more.name ?? "subject", properties, ...more };
}

/** What a rule must say: nothing, a fault, "undecided", or that it does not apply. */
export type Expected = "pass" | "fault" | "undecided" | "not applicable";

export interface RuleCase {
  readonly title: string;
  readonly resources: readonly CaseResource[];
  readonly expected: Expected;
  /** What it must say once everything is known, where that differs from `expected`. */
  readonly afterUpdate?: Expected;
  /** Names of the resources that must be named as faulty or undecided; the first resource by default. */
  readonly at?: readonly string[];
  /** Configuration of the rule. */
  readonly config?: Record<string, unknown>;
}

type Subject = CaseResource | readonly CaseResource[];
type Extra = Partial<Pick<RuleCase, "at" | "config" | "afterUpdate">>;

export const pass = (title: string, subject: Subject, extra: Extra = {}): RuleCase =>
  ruleCase(title, subject, "pass", extra);
export const fault = (title: string, subject: Subject, extra: Extra = {}): RuleCase =>
  ruleCase(title, subject, "fault", extra);
export const undecided = (title: string, subject: Subject, extra: Extra = {}): RuleCase =>
  ruleCase(title, subject, "undecided", extra);
export const notApplicable = (title: string, subject: Subject, extra: Extra = {}): RuleCase =>
  ruleCase(title, subject, "not applicable", extra);

function ruleCase(title: string, subject: Subject, expected: Expected, extra: Extra): RuleCase {
  const resources = Array.isArray(subject) ? (subject as readonly CaseResource[]) : [subject as CaseResource];
  return { title, resources, expected, ...extra };
}

/** The cases of one service's rules, by rule id. */
export type ServiceCases = Readonly<Record<string, readonly RuleCase[]>>;
