import type { Policy, ResourceValidation, ResourceValidationPolicy } from "@pulumi/policy";
import { once } from "../knowledge/once";
import type { ConfiguredPack } from "./configured-pack";
import { decline } from "./decline";
import { isSilent } from "./silence";
import type { SkippedAnswers } from "./skipped-answers";

/** A policy about single resources, and the types that it is for; absent where it is for every type. */
export interface TypedPolicy {
  readonly policy: Policy;
  readonly types?: ReadonlySet<string>;
}

interface OfType {
  readonly policies: readonly Policy[];
  /** The reason with which one policy answers for those of other types. */
  readonly reason: string;
}

/** What a configuration leaves on, and what was worked out of it by type. */
interface Configured {
  readonly on: readonly { readonly place: number; readonly entry: TypedPolicy }[];
  readonly ofTypes: Map<string, OfType>;
}

/**
 * What is left to ask about a resource of a type, from a place in the list on.
 *
 * A first policy answers for all of other types, and learns which of the type's own have something to say: the SDK calls
 * a policy by way of a promise, with arguments made for it alone, which costs more than most rules do, and nearly all
 * policies are content with nearly every resource. Only those that are not are handed out behind it.
 */
export class ApplicablePolicies {
  private readonly underConfiguration: (configuration: ConfiguredPack | this) => Configured;

  /** @param configured the configuration of the whole pack, where it can be seen */
  constructor(
    entries: readonly TypedPolicy[],
    private readonly answers: SkippedAnswers,
    private readonly configured: () => ConfiguredPack | undefined = () => undefined,
  ) {
    const ofResources = entries
      .map((entry, place) => ({ place, entry }))
      .filter(({ entry }) => !("validateStack" in entry.policy));
    this.underConfiguration = once((configuration) => ({
      on: ofResources.filter(
        ({ entry }) => configuration instanceof ApplicablePolicies || isOn(entry.policy, configuration),
      ),
      ofTypes: new Map(),
    }));
  }

  get areKnown(): boolean {
    return this.answers.areWritten;
  }

  *to(type: string, from: number): Generator<Policy, void> {
    const { policies, reason } = this.listOf(type, from);
    // Stays so if the first is never called.
    let speaking = policies;
    yield first((args) => {
      speaking = policies.filter((policy) => !isSilent(policy, args));
      return decline(args, reason);
    });
    yield* speaking;
  }

  private listOf(type: string, from: number): OfType {
    const { on, ofTypes } = this.underConfiguration(this.configured() ?? this);
    const key = `${from} ${type}`;
    const known = ofTypes.get(key);
    if (known) return known;
    const policies: Policy[] = [];
    const others: string[] = [];
    for (const { place, entry } of on) {
      if (place < from) continue;
      if (entry.types === undefined || entry.types.has(type)) policies.push(entry.policy);
      else others.push(entry.policy.name);
    }
    const list = { policies, reason: this.answers.reasonFor(others) };
    ofTypes.set(key, list);
    return list;
  }
}

/** Whether the SDK would run a policy; it neither calls nor names one that is disabled. */
function isOn({ name, enforcementLevel }: Policy, configured: ConfiguredPack): boolean {
  return (configured.get(name)?.level ?? enforcementLevel) !== "disabled";
}

function first(validateResource: ResourceValidation): ResourceValidationPolicy {
  return {
    name: "hipaa-skipped",
    description: "Answers for the policies of other types.",
    enforcementLevel: "advisory",
    validateResource,
  };
}
