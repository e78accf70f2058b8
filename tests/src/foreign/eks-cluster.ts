import type { ForeignShape } from "../support/foreign";
import { carelessEksCluster } from "./eks-cluster/careless";
import { compliantEksCluster } from "./eks-cluster/compliant";
import { mistakes } from "./eks-cluster/mistakes";

export const shape: ForeignShape = {
  title: "EKS with managed nodes, roles for service accounts, ECR and the EBS driver",
  compliant: compliantEksCluster,
  careless: carelessEksCluster,
  accepted: {},
  mistakes,
};
