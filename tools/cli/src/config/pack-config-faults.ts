import { exemptionClass, isPackRule, neverExempt, pathText, requirements, type ConfigPath } from "@hipaa-aws/controls";
import type { PackConfig } from "../hosts";

/** Something wrong in a configuration of our pack, and where. */
export interface PackConfigFault {
  readonly path: ConfigPath;
  readonly text: string;
  /** Whether it was right until a day that is past: then the pack reports it, and judges on. */
  readonly isExpired?: boolean;
}

/**
 * What the pack itself would find wrong with its configuration, beyond the schema that it declares: exemptions, pack-wide
 * settings, and reports that are switched off. By the pack's own code.
 *
 * @param whole the configuration with the profile beneath it: what is required depends on what findings cite
 */
export async function packConfigFaults(config: PackConfig, whole: PackConfig, today: Date): Promise<PackConfigFault[]> {
  const { exemptionFaults, readSettings } = await import("@hipaa-aws/policy-pack/library");
  const faults: PackConfigFault[] = [];
  const allRequired = optionsOf(whole["hipaa-settings"]).citations === "nprm-2025";
  for (const [rule, given] of Object.entries(config)) {
    if (isPackRule(rule) && levelOf(given) === "disabled") {
      faults.push({ path: [rule], text: `${rule} reports what is configured; while it is off, that has no effect` });
    }
    const { exemptions } = optionsOf(given);
    const requirement = requirements().get(rule);
    if (!requirement || !Array.isArray(exemptions)) continue;
    const never = neverExempt[rule];
    if (never?.when === "always" && exemptions.length > 0) {
      faults.push({ path: [rule, "exemptions"], text: `${rule} takes no exemptions: ${never.why}` });
      continue;
    }
    for (const [index, exemption] of (exemptions as unknown[]).entries()) {
      if (typeof exemption !== "object" || exemption === null) continue;
      for (const { field, kind, why } of exemptionFaults(exemption, exemptionClass(requirement, allRequired), today)) {
        const path = [rule, "exemptions", index, ...(field in exemption ? [field] : [])];
        faults.push({ path, text: `the exemption from ${rule} ${why}`, isExpired: kind === "expired" });
      }
    }
  }
  for (const { path, problem } of readSettings(optionsOf(config["hipaa-settings"])).faults) {
    faults.push({ path: ["hipaa-settings", ...path], text: `hipaa-settings: ${pathText(path)} ${problem}` });
  }
  return faults;
}

/** The options of a rule's configuration; none where it is a level alone. */
export function optionsOf(given: unknown): Readonly<Record<string, unknown>> {
  if (typeof given !== "object" || given === null || Array.isArray(given)) return {};
  const { enforcementLevel: _, ...options } = given as Record<string, unknown>;
  return options;
}

export function levelOf(given: unknown): unknown {
  return typeof given === "object" && given !== null ? (given as Record<string, unknown>).enforcementLevel : given;
}
