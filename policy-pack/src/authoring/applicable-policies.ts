import type { Policy, ResourceValidation, ResourceValidationArgs, ResourceValidationPolicy } from "@pulumi/policy";
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
  private readonly under = once((levels: Levels) => new UnderLevels(this.entries, levels));

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
    const under = this.under(this.configured() ?? anyMayBeOn);
    const key = `${from} ${type}`;
    const list = under.lists.get(key) ?? this.newListOf(type, under.entriesFrom(from));
    under.lists.set(key, list);
    return list;
  }

  private newListOf(type: string, { entries, names }: RunEntries): OfType {
    const own: number[] = [];
    entries.forEach(({ types }, place) => {
      if (types === undefined || types.has(type)) own.push(place);
    });
    const policies = own.flatMap((place) => entries[place]?.policy ?? []);
    return { policies, reason: this.answers.reasonFor(names, own) };
  }
}

/** Those of the entries that the SDK runs for a resource, and their names in the same order. */
interface RunEntries {
  readonly entries: readonly TypedPolicy[];
  readonly names: readonly string[];
}

/** What is known under one configuration: the lists of types, and what they are made of. */
class UnderLevels {
  readonly lists = new Map<string, OfType>();
  private readonly run = new Map<number, RunEntries>();

  constructor(
    private readonly all: readonly TypedPolicy[],
    private readonly levels: Levels,
  ) {}

  entriesFrom(from: number): RunEntries {
    const known = this.run.get(from);
    if (known) return known;
    const entries = this.all
      .slice(from)
      .filter(({ policy }) => !("validateStack" in policy) && isOn(policy, this.levels));
    const run = { entries, names: entries.map(({ policy }) => policy.name) };
    this.run.set(from, run);
    return run;
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
