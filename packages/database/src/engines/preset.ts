import type { ParameterRules } from "../shared/parameter-list";
import type { StorageLimits } from "../shared/storage";

/** The day the default versions of the presets were last decided. */
export const presetsAsOf = "2026-11-23";

/** An option as `aws.rds.OptionGroup` takes it, with plain settings. */
export interface EngineOption {
  readonly optionName: string;
  readonly settings: Readonly<Record<string, string>>;
}

/** A name that the engine takes. */
export interface NameForm {
  readonly form: RegExp;
  readonly words: string;
  /** Used where the user gives none. */
  readonly standard: string;
  /** Words that the engine or RDS keeps to itself, in lower case. */
  readonly reserved: readonly string[];
}

/** What one engine needs to be safe for PHI: TLS, audit without values of statements, and its own figures. */
export interface EnginePreset {
  /** As descriptions name it. */
  readonly what: string;
  readonly port: number;
  /** Majors whose parameters were checked, the default first. */
  readonly majors: readonly string[];
  /** The major in a version that the user gives. */
  readonly majorOf: (version: string) => string;
  /** Parameter group family of a major. */
  readonly family: (engine: string, major: string) => string;
  readonly instanceClass: string;
  readonly storage: StorageLimits;
  /** The logs that are exported. */
  readonly logs: readonly string[];
  readonly parameters: ParameterRules;
  /** Whether applications sign in by IAM. */
  readonly iamSignIn: boolean;
  /** Whether RDS sells extended support for the engine, which is switched off. */
  readonly extendedSupport: boolean;
  /** Left out where the engine has no database at its start. */
  readonly databaseName?: NameForm;
  readonly user: NameForm;
}
