import type { ServiceCases } from "../testing/cases";
import { classicCases } from "./elb/classic.cases";
import { classicPolicyCases } from "./elb/classic-policies.cases";
import { exposureCases } from "./elb/exposure.cases";
import { hopCases } from "./elb/hops.cases";
import { listenerCases } from "./elb/listeners.cases";
import { loadBalancerCases } from "./elb/load-balancers.cases";
import { targetGroupCases } from "./elb/target-groups.cases";

export const elbCases: ServiceCases = {
  ...classicCases,
  ...classicPolicyCases,
  ...exposureCases,
  ...hopCases,
  ...listenerCases,
  ...loadBalancerCases,
  ...targetGroupCases,
};
