import type * as pulumi from "@pulumi/pulumi";
import type { FargateServiceDeployment } from "./deployment-args";
import type { ServiceRoutingArgs } from "./routing-args";
import type { FargateServiceKey, ServiceTaskArgs, ServiceTier } from "./task-args";

/**
 * Who ends TLS inside the task, and with which certificate. The hop from the load balancer is HTTPS in each way: 45 CFR
 * 164.312(e)(1). A load balancer encrypts to its targets without verifying their certificates; only services that call
 * each other directly gain from a CA.
 */
export enum ServiceTls {
  /** A proxy container makes a certificate at start, listens with TLS and passes requests to the loopback interface. */
  Sidecar = "sidecar",
  /** The application container listens with TLS itself. */
  Application = "application",
  /** The proxy container gets its certificate from a private CA and renews it when half of its days are over. */
  PrivateCa = "private-ca",
  /**
   * The proxy that ECS adds to the task ends TLS 1.3, with a certificate of a private CA that ECS renews. Callers are
   * other services of the namespace. Behind a load balancer, whose listener must offer TLS 1.3, it works too.
   */
  ServiceConnect = "service-connect",
}

/** A Cloud Map namespace in which ECS services find each other. */
export interface FargateServiceConnectArgs {
  /** ARN of the Cloud Map namespace; the cluster's services share it. */
  namespaceArn: pulumi.Input<string>;
  /** Name by which other services of the namespace call this one: `https://<name>:<containerPort>`. Plain value. */
  discoveryName: string;
  /** Key of the private keys that ECS stores in Secrets Manager, for example `KeyRing.secrets`. */
  key: pulumi.Input<FargateServiceKey>;
}

/** Arguments of {@link FargateService}. */
export interface FargateServiceArgs extends ServiceTaskArgs, ServiceRoutingArgs {
  /** Tier of the service. Read while the graph is built. */
  tier: ServiceTier;
  /** Who ends TLS in the task. Read while the graph is built. */
  tls: ServiceTls;
  /**
   * Image of the TLS proxy, in ECR like `image`. It must hold `sh`, `openssl` and `nginx` 1.19.5 or later; with
   * `ServiceTls.PrivateCa` the AWS CLI too. Needed with `ServiceTls.Sidecar` and `PrivateCa`, refused otherwise.
   */
  proxyImage?: pulumi.Input<string>;
  /** Port on the loopback interface that the proxy passes requests to. Default 8080. Only with `proxyImage`. */
  applicationPort?: number;
  /**
   * ARN of an AWS Private CA. Needed with `ServiceTls.PrivateCa`, for which its short-lived mode costs an eighth, and with
   * `ServiceTls.ServiceConnect`; refused otherwise. The network needs an endpoint of `acm-pca`.
   */
  certificateAuthorityArn?: pulumi.Input<string>;
  /** DNS names in the certificate, one to ten. Needed with `ServiceTls.PrivateCa`, refused otherwise. Plain list. */
  certificateNames?: string[];
  /** Days for which a certificate of the CA is valid, 1 to 397. Default 7, the most that a short-lived CA issues. */
  certificateDays?: number;
  /** The namespace. Needed with `ServiceTls.ServiceConnect`, refused otherwise. */
  serviceConnect?: FargateServiceConnectArgs;
  /**
   * Port that listens with TLS. Default 8443, the one that the network ACLs of the `Vpc` component admit; 1024 and up,
   * since the user is not root.
   */
  containerPort?: number;
  /** Tasks at first; autoscaling then moves the number and later updates leave it alone. Default `minCount`. */
  desiredCount?: number;
  /** Fewest tasks. Default 2, one in each of two zones. */
  minCount?: number;
  /** Most tasks. Default twice `minCount`. */
  maxCount?: number;
  /** Percentage of the CPU that scaling aims at, 10 to 90. Default 60. */
  cpuPercent?: number;
  /**
   * Percentage of the memory that scaling aims at, 10 to 90. Default none: many programs hold the memory that they once
   * took, and would then never scale in.
   */
  memoryPercent?: number;
  /**
   * Share of the tasks beyond `minCount` that runs on Fargate Spot, as a weight against 1 on demand. Default 0: AWS may
   * stop Spot tasks with two minutes' notice. The cluster must allow it (`fargateSpot`).
   */
  spotWeight?: number;
  /**
   * ARN of a Lambda function that ECS asks before each deployment starts tasks, and that must answer
   * `{"hookStatus":"SUCCEEDED"}`: AWS Signer's admission controller for Amazon ECS, which verifies the signatures of the
   * images. Any other answer, or none, rolls the deployment back. Default none.
   */
  imageVerifierArn?: pulumi.Input<string>;
  /**
   * How a new revision takes over. Default rolling. A service that exists changes to or from rolling together with its
   * `rulePriority`, since both rules exist for a moment.
   */
  deployment?: FargateServiceDeployment;
}
