import type { Rule } from "../authoring/rule";
import { attachmentRules } from "./waf/attachment";
import { loggingRules } from "./waf/logging";
import { webAclRulesOfWaf } from "./waf/web-acls";

/** Rules on AWS WAF: web ACLs, their rules and logs, and what they protect. */
export const wafRules: readonly Rule[] = [...loggingRules, ...attachmentRules, ...webAclRulesOfWaf];
