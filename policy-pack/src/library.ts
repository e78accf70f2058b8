/** The pack as a library: rules as data, for tools and tests. Loading it starts no server. */
export { byType } from "./authoring/by-type";
export { compileRule, compileRules } from "./authoring/compile";
export { exemptionFaults, type Exemption, type ExemptionFault } from "./authoring/exemption-terms";
export { findExemption, matchesUrn } from "./authoring/exemptions";
export { readSettings, type SettingFault } from "./authoring/pack-settings";
export type { ResourceRule, Rule, StackRule } from "./authoring/rule";
export { rules } from "./rules";
