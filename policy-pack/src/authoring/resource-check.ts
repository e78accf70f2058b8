import type { ResourceValidationArgs } from "@pulumi/policy";
import { PhiScope, phiTag, tagIn } from "../knowledge/data-classification";
import { Findings } from "./findings";
import { Truth } from "./truth";
import { untraced } from "./untraced";
import { Value } from "./value";

/** Thrown by a check that has nothing to judge; caught where the rule is compiled. */
export class NotApplicable extends Error {}

/** What a rule of one resource sees, and how it answers. */
export class ResourceCheck {
  readonly findings = new Findings();
  private readonly properties: Value;
  /** Unknown reasons for which the rule may turn out not to judge the resource. */
  private readonly mayNotApply: Truth[] = [];

  constructor(
    private readonly args: Pick<ResourceValidationArgs, "type" | "name" | "urn" | "opts" | "props" | "provider">,
    private readonly settings: Readonly<Record<string, unknown>>,
    private readonly phiScope = PhiScope.byTags,
  ) {
    this.properties = Value.ofProperties(args.props as object);
  }

  /** Type token. */
  get type(): string {
    return this.args.type;
  }

  /** Logical name. */
  get name(): string {
    return this.args.name;
  }

  get urn(): string {
    return this.args.urn;
  }

  /** Resource options: `protect`, `ignoreChanges`, `aliases` and their like. */
  get options(): ResourceValidationArgs["opts"] {
    return this.args.opts;
  }

  /** Properties of the explicit provider, where there is one. */
  get provider(): Value | undefined {
    return this.args.provider ? Value.ofProperties(this.args.provider.props as object) : undefined;
  }

  /** All inputs. */
  get inputs(): Value {
    return this.properties;
  }

  /** An input by path. */
  get(path: string): Value {
    return this.properties.get(path);
  }

  /** A setting of the rule's configuration; its default where the user said nothing. */
  setting<T>(name: string): T {
    return this.settings[name] as T;
  }

  /** A tag of the resource's own or, by default, of its provider. */
  tag(key: string): Value {
    return tagIn(this.properties, this.provider, key).value;
  }

  /** Whether the resource may hold PHI: it does unless it is classified otherwise; see {@link PhiScope}. */
  mayHoldPhi(): Truth {
    return this.phiScope.classify(this.urn, tagIn(this.properties, this.provider, phiTag)).mayHoldPhi;
  }

  /** The condition has to hold; `fault` says what is wrong when it does not. */
  expect(condition: Truth, fault: string): void {
    const { mayNotApply } = this;
    this.findings.expect(this.urn, mayNotApply.length === 0 ? condition : condition.or(...mayNotApply), fault);
  }

  /** A certain fault. */
  fault(text: string): void {
    this.expect(Truth.no, text);
  }

  /**
   * The rule judges this resource only when the condition holds: not applicable when it does not, and nothing after this
   * call runs. While that is not known yet, what follows still runs: a resource that meets it passes either way, and one
   * that does not is undecided.
   */
  onlyWhen(condition: Truth, otherwise: string): void {
    if (condition.isNo) throw untraced(() => new NotApplicable(otherwise));
    if (condition.isUnknown) this.mayNotApply.push(condition.not());
  }
}
