import { Analyzer } from "./analyzer-client";
import type { ConfigFault } from "./json-schema";
import { resolveConfig, type PolicyPackConfig } from "./pack-config";
import { startPackProcess } from "./pack-process";
import { PolicyPackError } from "./policy-pack-error";

/** What is wrong with a configuration of a pack, by what the pack declares of its policies. */
export interface CheckedConfig {
  readonly name: string;
  readonly version: string;
  readonly faults: readonly ConfigFault[];
}

/**
 * Holds configurations against what a pack declares, without running any policy.
 *
 * @throws PolicyPackError when the folder is no pack, or the pack does not load or serve.
 */
export async function checkPackConfigs(
  directory: string,
  configs: readonly PolicyPackConfig[],
): Promise<readonly CheckedConfig[]> {
  const running = await startPackProcess(directory, 120_000, () => {});
  const analyzer = new Analyzer(running.port);
  try {
    const { name, version, policies, ownConfig } = await Promise.race([analyzer.info(), running.ended]);
    return configs.map((config) => {
      const resolved = resolveConfig(policies, ownConfig, config);
      return { name, version: running.projectVersion ?? version, faults: "faults" in resolved ? resolved.faults : [] };
    });
  } catch (error) {
    if (error instanceof PolicyPackError) throw error;
    throw new PolicyPackError(running.directory, "it does not answer", "See what it wrote", running.output());
  } finally {
    analyzer.close();
    await running.close();
  }
}
