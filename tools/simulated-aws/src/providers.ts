import { unknownSentinel, unwrapSecret, type ResourceState, type StateValue } from "@hipaa-aws/stack-state";
import type { ProviderSettings } from "./check";
import { simulatedEnvironmentOf, type SimulatedEnvironment } from "./environment";
import type { Properties } from "./type-simulation";

/** Where a provider's resources are created, and with which tags. */
export interface ProviderContext {
  readonly environment: SimulatedEnvironment;
  readonly settings: ProviderSettings;
}

export function isProviderType(type: string): boolean {
  return type.startsWith("pulumi:providers:");
}

/** `default_7_48_0`. Source: pulumi `pkg/resource/deploy/providers`, `ProviderRequest.DefaultName`. */
export function defaultProviderName(version: string): string {
  return version ? `default_${version.replace(/[-.+]/g, "_")}` : "default";
}

/** Inputs of a default provider: the package's configuration, its version, and the engine's own key. */
export function defaultProviderInputs(
  packageName: string,
  version: string,
  config: Readonly<Record<string, string>>,
): Properties {
  const inputs: Properties = { __internal: {} };
  for (const [key, value] of Object.entries(config)) {
    const name = new RegExp(`^${packageName}:(?:config:)?(\\w+)$`).exec(key)?.[1];
    if (name) inputs[name] = value;
  }
  if (version) inputs.version = version;
  return inputs;
}

/**
 * Reads Region, account and default tags from a provider's inputs. Values that are objects stand there as JSON texts.
 */
export function providerContext(provider: ResourceState, base: SimulatedEnvironment): ProviderContext {
  const region = text(provider.inputs.region);
  const roleArn = text(firstOf(parsed(provider.inputs.assumeRoles ?? provider.inputs.assumeRole)).roleArn);
  const accountId = /^arn:[\w-]+:iam::(\d{12}):/.exec(roleArn ?? "")?.[1];
  const environment =
    region === undefined || region === base.region
      ? { ...base, ...(accountId ? { accountId } : {}) }
      : simulatedEnvironmentOf({ accountId: accountId ?? base.accountId, region });
  const defaultTags = firstOf(parsed(provider.inputs.defaultTags)).tags;
  return {
    environment,
    settings: isObject(defaultTags) ? { defaultTags } : {},
  };
}

function parsed(value: StateValue | undefined): StateValue {
  const plain = value === undefined ? null : unwrapSecret(value);
  if (typeof plain !== "string" || plain === unknownSentinel) return plain;
  try {
    return JSON.parse(plain) as StateValue;
  } catch {
    return null;
  }
}

function firstOf(value: StateValue): Properties {
  const first = Array.isArray(value) ? value[0] : value;
  return isObject(first) ? first : {};
}

function text(value: StateValue | undefined): string | undefined {
  const plain = value === undefined ? undefined : unwrapSecret(value);
  return typeof plain === "string" && plain !== "" && plain !== unknownSentinel ? plain : undefined;
}

function isObject(value: StateValue | undefined): value is Properties {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
