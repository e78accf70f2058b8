import * as lb from "@pulumi/aws/lb";
import type * as ec2 from "@pulumi/aws/ec2";
import type * as pulumi from "@pulumi/pulumi";
import { tags } from "@hipaa-aws/foundation";

/** What differs between the load balancers of this package. */
export interface LoadBalancerSettings {
  internal: boolean;
  tier: "public" | "app";
  subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  securityGroup: ec2.SecurityGroup;
  logBucketName: pulumi.Input<string>;
  deletionProtection: boolean;
  idleTimeoutSeconds: number;
  dualStack: boolean;
  tags: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined;
}

/** An Application Load Balancer with every log and every protocol check on. */
export function loadBalancer(name: string, settings: LoadBalancerSettings, parent: pulumi.Resource): lb.LoadBalancer {
  const logs = (prefix: string) => ({ bucket: settings.logBucketName, prefix, enabled: true });
  return new lb.LoadBalancer(
    name,
    {
      loadBalancerType: "application",
      internal: settings.internal,
      ipAddressType: settings.dualStack ? "dualstack" : "ipv4",
      subnets: settings.subnetIds,
      securityGroups: [settings.securityGroup.id],
      accessLogs: logs("access"),
      connectionLogs: logs("connection"),
      healthCheckLogs: logs("health-check"),
      enableDeletionProtection: settings.deletionProtection,
      // Requests that two parsers could read differently never reach a target.
      dropInvalidHeaderFields: true,
      desyncMitigationMode: "strictest",
      // The target sees who called and how: its own address list, host and TLS parameters of the client.
      xffHeaderProcessingMode: "append",
      preserveHostHeader: true,
      enableTlsVersionAndCipherSuiteHeaders: true,
      // Without an answer from AWS WAF requests are refused.
      enableWafFailOpen: false,
      enableZonalShift: true,
      enableHttp2: true,
      idleTimeout: settings.idleTimeoutSeconds,
      tags: tags({ tier: settings.tier }, settings.tags),
    },
    { parent },
  );
}
