import type { Policy, ResourceValidation, ResourceValidationPolicy } from "@pulumi/policy";
import { once } from "../knowledge/once";
import type { ConfiguredPack, ConfiguredPolicy } from "./configured-pack";
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

/** At which level a policy runs, by its name; nothing where it runs at its own. */
type Levels = { get(policy: string): Pick<ConfiguredPolicy, "level"> | undefined };

/** Where the configuration cannot be seen, none is known to be off. */
const anyMayBeOn: Levels = { get: () => ({ level: "advisory" }) };

/**
 * What is left to ask about a resource of a type, from a place in the list on.
 *
 * A first policy answers for all of other types, and learns which of the type's own have something to say: the SDK calls
 * a policy by way of a promise, with arguments made for it alone, which costs more than most rules do, and nearly all
 * policies are content with nearly every resource. Only those that are not are handed out behind it.
 */
export class ApplicablePolicies {
  private readonly listsUnder = once((_: Levels) => new Map<string, OfType>());

  /** @param configured the configuration of the whole pack, where it can be seen */
  constructor(
    private readonly entries: readonly TypedPolicy[],
    private readonly answers: SkippedAnswers,
    private readonly configured: () => ConfiguredPack | undefined = () => undefined,
  ) {}

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
    const levels: Levels = this.configured() ?? anyMayBeOn;
    const lists = this.listsUnder(levels);
    const key = `${from} ${type}`;
    const list = lists.get(key) ?? this.newListOf(type, from, levels);
    lists.set(key, list);
    return list;
  }

  private newListOf(type: string, from: number, levels: Levels): OfType {
    const policies: Policy[] = [];
    const others: string[] = [];
    for (const { policy, types } of this.entries.slice(from)) {
      if ("validateStack" in policy || !isOn(policy, levels)) continue;
      if (types === undefined || types.has(type)) policies.push(policy);
      else others.push(policy.name);
    }
    return { policies, reason: this.answers.reasonFor(others) };
  }
}

/** Whether the SDK would run a policy; it neither calls nor names one that is disabled. */
function isOn({ name, enforcementLevel }: Policy, levels: Levels): boolean {
  return (levels.get(name)?.level ?? enforcementLevel) !== "disabled";
}

function first(validateResource: ResourceValidation): ResourceValidationPolicy {
  return {
    name: "hipaa-skipped",
    description: "Answers for the policies of other types.",
    enforcementLevel: "advisory",
    validateResource,
  };
}
