import { packRules } from "@hipaa-aws/controls";
import { PhiScope, phiTag } from "../knowledge/data-classification";
import { once } from "../knowledge/once";
import type { ConfiguredPack } from "./configured-pack";
import { defaultSettings, readSettings, type PackSettings, type SettingFault } from "./pack-settings";
import { RunLedger } from "./run-ledger";

type StackTags = Pick<ReadonlyMap<string, string>, "get">;

/** What the rules of one pack share: pack-wide settings, PHI scope, and what was noted of the run. */
export class CompileContext {
  readonly run = new RunLedger();
  private readConfigured: () => ConfiguredPack | undefined = () => undefined;
  private knownConfigured: { readonly pack: ConfiguredPack | undefined } | undefined;
  settings: PackSettings = defaultSettings;
  faults: readonly SettingFault[] = [];
  phiScope = PhiScope.byTags;
  private given: Readonly<Record<string, unknown>> | undefined;
  private stackTag: string | undefined;

  constructor(
    /** The day on which the rules run; exemptions are held against it. */
    readonly today: () => Date = () => new Date(),
  ) {}

  /**
   * Takes the pack-wide settings over, once for each time that the engine configures the pack: it makes new values then,
   * and hands the same ones out until the next.
   */
  read(given: Readonly<Record<string, unknown>>, stackTags: StackTags | undefined): void {
    const stackTag = stackTags?.get(phiTag);
    if (this.given && sameValues(this.given, given) && stackTag === this.stackTag) return;
    this.given = given;
    this.stackTag = stackTag;
    const { settings, faults } = readSettings(given);
    this.faults = faults;
    this.settings = this.isOff(packRules.baseline) ? withoutBaseline(settings) : settings;
    this.phiScope = this.isOff(packRules.phiScope)
      ? PhiScope.everything
      : new PhiScope(settings.phiScope, stackTag?.toLowerCase() === "false");
    this.run.settingsReported = false;
  }

  /** The engine configures the pack. */
  configure(read: () => ConfiguredPack | undefined): void {
    this.readConfigured = read;
    this.knownConfigured = undefined;
    this.given = undefined;
  }

  /** The whole configuration, where it can be seen. */
  get configured(): ConfiguredPack | undefined {
    this.knownConfigured ??= { pack: this.readConfigured() };
    return this.knownConfigured.pack;
  }

  /** Whether a policy is known to be switched off: what it would report must have no effect. */
  isOff(policy: string): boolean {
    return this.configured?.get(policy)?.level === "disabled";
  }

  /** Whether a policy might be set to remediate: one is, or the configuration cannot be seen. None is by default. */
  get mayRemediate(): boolean {
    return this.configured === undefined || anyRemediates(this.configured);
  }

  /** Whether a policy is known to stop deployments. */
  isMandatory(policy: string): boolean {
    const level = this.configured?.get(policy)?.level;
    return level === "mandatory" || level === "remediate";
  }
}

/** Asked for every resource, of the same configuration. */
const anyRemediates = once((pack: ConfiguredPack) => [...pack.values()].some(({ level }) => level === "remediate"));

function sameValues(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}

function withoutBaseline({ citations, phiScope }: PackSettings): PackSettings {
  return { citations, phiScope };
}
