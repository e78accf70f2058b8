import type {
  Policy,
  ResourceValidation,
  ResourceValidationArgs,
  ResourceValidationPolicy,
  StackValidation,
  StackValidationPolicy,
} from "@pulumi/policy";
import { ApplicablePolicies, type Told } from "./applicable-policies";
import type { ConfiguredPack } from "./configured-pack";
import { decline } from "./decline";
import { SkippedAnswers } from "./skipped-answers";
import { allResources } from "./stack-resources";

/** Types of the validations that judge several, which the SDK has no way to be told. */
const severalTypes = new WeakMap<ResourceValidation | StackValidation, ReadonlySet<string>>();

/**
 * Tells a validation's types, so that the SDK, for one type, and {@link byType}, for several, can skip it before the
 * inputs are deserialized. A validation of every type (`*`) is never skipped.
 */
export function withTypes<F extends ResourceValidation | StackValidation>(validate: F, types: readonly string[]): F {
  const [only, ...more] = types;
  if (only === undefined || types.includes("*")) return validate;
  if (more.length === 0) return Object.assign(validate, { __pulumiType: only });
  severalTypes.set(validate, new Set(types));
  return validate;
}

/**
 * The same policies, as a list that answers cheaply for policies of several types.
 *
 * Before it calls a policy, the SDK deserializes the whole resource (for a stack policy, all resources), unless the
 * policy names one type that is not there. A policy of several types cannot name one, and nearly all policies are about
 * other types than the resource at hand: most of the time went into inputs that nobody read. So every walk over this
 * list, and the SDK makes one for each request, learns from the first policy that is called which types the request is
 * about; from then on it hands out a policy of several types with one that is not among them as its type, and the
 * SDK's own check skips it as not applicable. In a walk about one resource, as far as such answers are known to arrive,
 * the first policy that is content answers for all of other types too, and after it come those of the resource's type
 * alone that have something to say.
 *
 * It never hides a policy on a guess: a walk in which nothing was called, or that serves more than one request, hands
 * out the policies as they are, and a policy that is called in spite of its type judges as usual.
 *
 * @param configured the configuration of the whole pack, where it can be seen
 */
export function byType(
  policies: readonly Policy[],
  answers = new SkippedAnswers(),
  configured?: () => ConfiguredPack | undefined,
): Policy[] {
  const entries = onlyFirstListen(policies.map(toEntry));
  const applicable = new ApplicablePolicies(entries, answers, configured);
  return Object.defineProperty([...policies], Symbol.iterator, { value: () => walk(entries, applicable) });
}

/** What is known of the policies behind one, once it is asked about a resource. */
type Tell = (args: ResourceValidationArgs) => Told;

interface Entry {
  readonly policy: Policy;
  /** The policy, telling the walk what it is asked about; absent where it would tell nothing new. */
  readonly listening?: (walk: WalkTypes, tell?: Tell) => Policy;
  /** The policy under the first of its types alone. */
  readonly ofFirstType?: Policy;
  readonly types?: ReadonlySet<string>;
  readonly kind: "resource" | "stack";
}

/** A few of each kind listen, in case the configuration switches the first off; each costs a little in every request. */
const listeners = 4;

function onlyFirstListen(entries: readonly Entry[]): Entry[] {
  const left = { resource: listeners, stack: listeners };
  return entries.map((entry) => {
    const isOn = entry.policy.enforcementLevel !== "disabled";
    if (entry.listening && isOn && left[entry.kind]-- > 0) return entry;
    const { listening: _, ...silent } = entry;
    return silent;
  });
}

function* walk(entries: readonly Entry[], applicable: ApplicablePolicies): Generator<Policy, void> {
  const seen = new WalkTypes();
  for (const [index, { policy, listening, ofFirstType, types, kind }] of entries.entries()) {
    if (seen.speaking) return yield* seen.speaking;
    const type = seen.typeOfResource;
    if (type !== undefined && applicable.areKnown) return yield* applicable.to(type, index);
    if (types && ofFirstType && seen.lacks(kind, types)) yield ofFirstType;
    else if (!listening || seen.isLearned) yield policy;
    else yield listening(seen, applicable.areKnown ? (args) => applicable.about(args, index + 1) : undefined);
  }
}

/** What one walk has learned of its request. */
class WalkTypes {
  private request: { kind: Entry["kind"]; subject: object | string; types: ReadonlySet<string> } | undefined;
  private serves = true;
  private left: readonly Policy[] | undefined;

  get isLearned(): boolean {
    return this.request !== undefined;
  }

  /** The one type that the request is about, when it is about a resource. */
  get typeOfResource(): string | undefined {
    if (!this.serves || this.request?.kind !== "resource") return undefined;
    const [type] = this.request.types;
    return type;
  }

  /** The policies that are left to ask, once one has answered for the others. */
  get speaking(): readonly Policy[] | undefined {
    return this.serves ? this.left : undefined;
  }

  leave(speaking: readonly Policy[]): void {
    this.left = speaking;
  }

  learn(kind: Entry["kind"], subject: object | string, types: () => ReadonlySet<string>): void {
    if (this.request === undefined) this.request = { kind, subject, types: types() };
    else if (this.request.subject !== subject) this.serves = false;
  }

  /** Whether it is certain that the request holds none of these types. */
  lacks(kind: Entry["kind"], types: ReadonlySet<string>): boolean {
    const { request } = this;
    if (!this.serves || request?.kind !== kind) return false;
    // A request on one resource has one type, one on a stack many.
    for (const type of request.types.size < types.size ? request.types : types) {
      if (request.types.has(type) && types.has(type)) return false;
    }
    return true;
  }
}

function toEntry(policy: Policy): Entry {
  if (isStackPolicy(policy)) return stackEntry(policy);
  return isResourcePolicy(policy) ? resourceEntry(policy, policy.validateResource) : { policy, kind: "resource" };
}

function resourceEntry(policy: Policy, validate: ResourceValidation): Entry {
  const kind = "resource";
  const only = "__pulumiType" in validate ? validate.__pulumiType : undefined;
  if (typeof only === "string") return { policy, kind, types: new Set([only]) };
  const judgedBy = (validateResource: ResourceValidation): ResourceValidationPolicy => ({
    ...policy,
    validateResource,
  });
  const listening = (walk: WalkTypes, tell?: Tell) =>
    judgedBy((args, report) => {
      walk.learn(kind, args.urn, () => new Set([args.type]));
      const pending = validate(args, report);
      if (pending || !tell) return pending;
      const { speaking, reason } = tell(args);
      walk.leave(speaking);
      return decline(args, reason);
    });
  const types = severalTypes.get(validate);
  if (!types) return { policy, listening, kind };
  const ofFirstType = judgedBy(withFirst(types, (args, report) => validate(args, report)));
  return { policy, listening, kind, types, ofFirstType };
}

function stackEntry(policy: StackValidationPolicy): Entry {
  const kind = "stack";
  const { validateStack: validate } = policy;
  if ("__pulumiType" in validate) return { policy, kind };
  const judgedBy = (validateStack: StackValidation): StackValidationPolicy => ({ ...policy, validateStack });
  const listening = (walk: WalkTypes) =>
    judgedBy((args, report) => {
      walk.learn(kind, args, () => new Set(allResources(args.resources).map(({ type }) => type)));
      return validate(args, report);
    });
  const types = severalTypes.get(validate);
  if (!types) return { policy, listening, kind };
  const ofFirstType = judgedBy(withFirst(types, (args, report) => validate(args, report)));
  return { policy, listening, kind, types, ofFirstType };
}

/** The SDK's field for the one type of a validation; see its `getPulumiType`. */
function withFirst<F extends ResourceValidation | StackValidation>(types: ReadonlySet<string>, validate: F): F {
  const [first] = types;
  return Object.assign(validate, { __pulumiType: first });
}

function isStackPolicy(policy: Policy): policy is StackValidationPolicy {
  return "validateStack" in policy;
}

function isResourcePolicy(policy: Policy): policy is Policy & { validateResource: ResourceValidation } {
  return "validateResource" in policy && typeof policy.validateResource === "function";
}
