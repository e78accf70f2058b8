import type { ServiceCases } from "../testing/cases";
import { classicCases } from "./elb/classic.cases";
import { hopCases } from "./elb/hops.cases";
import { listenerCases } from "./elb/listeners.cases";
import { loadBalancerCases } from "./elb/load-balancers.cases";
import { targetGroupCases } from "./elb/target-groups.cases";

export const elbCases: ServiceCases = {
  ...classicCases,
  ...hopCases,
  ...listenerCases,
  ...loadBalancerCases,
  ...targetGroupCases,
};
