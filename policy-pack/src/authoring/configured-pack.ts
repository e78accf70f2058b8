import type { EnforcementLevel } from "@pulumi/policy";
import { ConfigureAnalyzerRequest, type PolicyConfig } from "@pulumi/pulumi/proto/analyzer_pb";

/** What the engine configures one policy with. */
export interface ConfiguredPolicy {
  readonly level: EnforcementLevel | undefined;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** The configuration of the whole pack, by policy. */
export type ConfiguredPack = ReadonlyMap<string, ConfiguredPolicy>;

/** The levels in the order of the protocol's numbers. */
const levels: readonly (EnforcementLevel | undefined)[] = ["advisory", "mandatory", "disabled", "remediate"];

/**
 * Notes what the engine configures the pack with, all of it. The SDK hands each policy its own part, and only when the
 * policy runs: exemptions of a rule that has nothing to judge would be seen by nobody, and neither would a report that
 * is switched off. The SDK reads the request by this method of the protocol's message; were that to change, nothing is
 * noted, and exemptions are known from the rules that ran.
 *
 * @param note is given a reader, since the message is asked for its map also while it is still being read off the wire
 */
export function watchConfiguration(note: (read: () => ConfiguredPack | undefined) => void): void {
  const prototype = ConfigureAnalyzerRequest.prototype as {
    getPolicyconfigMap: ConfigureAnalyzerRequest["getPolicyconfigMap"];
  };
  const original = prototype.getPolicyconfigMap;
  prototype.getPolicyconfigMap = function (this: ConfigureAnalyzerRequest) {
    const map = original.call(this);
    note(() => configuredPack(map));
    return map;
  };
}

function configuredPack(map: ReturnType<ConfigureAnalyzerRequest["getPolicyconfigMap"]>): ConfiguredPack | undefined {
  try {
    const configured = new Map<string, ConfiguredPolicy>();
    map.forEach((config, name) => configured.set(name, configuredPolicy(config)));
    return configured;
  } catch {
    return undefined;
  }
}

function configuredPolicy(config: PolicyConfig): ConfiguredPolicy {
  return { level: levels[config.getEnforcementlevel()], properties: config.getProperties()?.toJavaScript() ?? {} };
}
