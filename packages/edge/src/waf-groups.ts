import { WafRuleGroup } from "./waf-args";

/** A managed rule group and the capacity units that AWS counts for it. */
export interface ManagedGroup {
  readonly name: string;
  readonly capacity: number;
}

const group = (name: string, capacity: number): ManagedGroup => ({ name, capacity });

/**
 * The groups of every web ACL, in the order in which they are evaluated, as of November 2026.
 * Source: AWS WAF Developer Guide, "AWS Managed Rules rule groups list".
 */
export const commonRuleSet = "AWSManagedRulesCommonRuleSet";
export const anonymousAddresses = "AWSManagedRulesAnonymousIpList";
export const baseGroups: readonly ManagedGroup[] = [
  group("AWSManagedRulesAmazonIpReputationList", 25),
  group(anonymousAddresses, 50),
  group(commonRuleSet, 700),
  group("AWSManagedRulesKnownBadInputsRuleSet", 200),
  group("AWSManagedRulesSQLiRuleSet", 200),
  group("AWSManagedRulesLinuxRuleSet", 200),
];
export const botControlGroup = group("AWSManagedRulesBotControlRuleSet", 50);
export const accountTakeoverGroup = group("AWSManagedRulesATPRuleSet", 50);

/** Capacity units of the groups that come on request. */
export const extraGroupCapacity: Readonly<Record<WafRuleGroup, number>> = {
  [WafRuleGroup.AdminProtection]: 100,
  [WafRuleGroup.Unix]: 100,
  [WafRuleGroup.Windows]: 200,
  [WafRuleGroup.Php]: 100,
  [WafRuleGroup.WordPress]: 100,
};

/** Units of the group that Shield Advanced adds when it may answer attacks by itself. */
export const shieldResponseCapacity = 150;
