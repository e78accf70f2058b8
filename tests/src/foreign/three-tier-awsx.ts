import type { ForeignShape } from "../support/foreign";
import { carelessThreeTier } from "./three-tier/careless";
import { compliantThreeTier } from "./three-tier/compliant";
import { mistakes } from "./three-tier/mistakes";
import { AwsxVpc } from "./three-tier/network";

export const shape: ForeignShape = {
  title: "the same in a network of awsx",
  compliant: () => compliantThreeTier((name, tags) => new AwsxVpc(name, tags)),
  careless: () => carelessThreeTier((name, tags) => new AwsxVpc(name, tags)),
  accepted: {
    "vpc-endpoint-s3-gateway at portal":
      "awsx builds no endpoint unless asked; the objects travel under TLS through the NAT gateways, so this is advice on exposure",
  },
  mistakes,
};
