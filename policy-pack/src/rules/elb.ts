import type { Rule } from "../authoring/rule";
import { classicRules } from "./elb/classic";
import { classicPolicyRules } from "./elb/classic-policies";
import { exposureRules } from "./elb/exposure";
import { hopRules } from "./elb/hops";
import { listenerRules } from "./elb/listeners";
import { loadBalancerRules } from "./elb/load-balancers";
import { targetGroupRules } from "./elb/target-groups";

/** Rules on Elastic Load Balancing: application, network, gateway and classic balancers. */
export const elbRules: readonly Rule[] = [
  ...listenerRules,
  ...targetGroupRules,
  ...hopRules,
  ...loadBalancerRules,
  ...classicRules,
  ...classicPolicyRules,
  ...exposureRules,
];
