/** The pack as a library: rules as data, for tools and tests. Loading it starts no server. */
export { compileRule, compileRules } from "./authoring/compile";
export { findExemption, matchesUrn, type Exemption } from "./authoring/exemptions";
export type { ResourceRule, Rule, StackRule } from "./authoring/rule";
export { rules } from "./rules";
