import type { Policy, ResourceValidation, ResourceValidationArgs, ResourceValidationPolicy } from "@pulumi/policy";
import { once, onceFor } from "../knowledge/once";
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

/** What is to be asked about one resource, and what is answered without asking. */
export interface Told {
  readonly speaking: readonly Policy[];
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
  /** What is on under one configuration, from each place on, and of that what is for each type. */
  private readonly runUnder = once((levels: Levels) =>
    onceFor((from: number) => {
      const entries = this.entries
        .slice(from)
        .filter(({ policy }) => !("validateStack" in policy) && isOn(policy, levels));
      const names = entries.map(({ policy }) => policy.name);
      return onceFor((type: string) => this.ofType(type, entries, names));
    }),
  );

  /** @param configured the configuration of the whole pack, where it can be seen */
  constructor(
    private readonly entries: readonly TypedPolicy[],
    private readonly answers: SkippedAnswers,
    private readonly configured: () => ConfiguredPack | undefined = () => undefined,
  ) {}

  get areKnown(): boolean {
    return this.answers.areWritten;
  }

  /** In place of the policies from a place on: one that answers for all of other types, then those that speak. */
  *to(type: string, from: number): Generator<Policy, void> {
    // Stays so if the first is never called.
    let speaking = this.listOf(type, from).policies;
    yield first((args) => {
      const { speaking: told, reason } = this.about(args, from);
      speaking = told;
      return decline(args, reason);
    });
    yield* speaking;
  }

  /** Of the policies from a place on: those that have something to say of a resource, and the reason of the others. */
  about(args: ResourceValidationArgs, from: number): Told {
    const { policies, reason } = this.listOf(args.type, from);
    return { speaking: policies.filter((policy) => !isSilent(policy, args)), reason };
  }

  private listOf(type: string, from: number): OfType {
    return this.runUnder(this.configured() ?? anyMayBeOn)(from)(type);
  }

  /** @param names of the entries, in their order: the same list for every type, since answers are cut out of it */
  private ofType(type: string, entries: readonly TypedPolicy[], names: readonly string[]): OfType {
    const own: number[] = [];
    entries.forEach(({ types }, place) => {
      if (types === undefined || types.has(type)) own.push(place);
    });
    const policies = own.flatMap((place) => entries[place]?.policy ?? []);
    return { policies, reason: this.answers.reasonFor(names, own) };
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
