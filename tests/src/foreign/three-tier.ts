import type { ForeignShape } from "../support/foreign";
import { carelessThreeTier } from "./three-tier/careless";
import { compliantThreeTier } from "./three-tier/compliant";
import { mistakes } from "./three-tier/mistakes";
import { handMadeNetwork } from "./three-tier/network";

export const shape: ForeignShape = {
  title: "EC2 behind a load balancer, RDS for MySQL",
  compliant: () => compliantThreeTier(handMadeNetwork),
  careless: () => carelessThreeTier(handMadeNetwork),
  accepted: {},
  mistakes,
};
