import type * as pulumi from "@pulumi/pulumi";
import { FargateService } from "../fargate-service";
import type { FargateServiceLoadBalancer } from "../routing-args";
import { ServiceTls, type FargateServiceArgs } from "../fargate-service-args";
import { ServiceTier } from "../task-args";

const region = "us-east-1";
const account = "111122223333";
const digest = `sha256:${"0123456789abcdef".repeat(4)}`;

/** An image in ECR, by digest. */
export function image(repository: string): string {
  return `${account}.dkr.ecr.${region}.amazonaws.com/${repository}@${digest}`;
}

/** An ARN of the simulated account. */
export function accountArn(service: string, resource: string): string {
  return `arn:aws:${service}:${region}:${account}:${resource}`;
}

/** The shapes that other components have, as plain data. */
export const surroundings = {
  cluster: { clusterArn: accountArn("ecs", "cluster/main"), clusterName: "main" },
  network: {
    vpcId: "vpc-0a1b2c3d4e5f60718",
    webSubnetIds: ["subnet-0000000000000000a", "subnet-0000000000000000b"],
    appSubnetIds: ["subnet-0000000000000000c", "subnet-0000000000000000d"],
    endpointSecurityGroupId: "sg-000000000000000e0",
    s3PrefixListId: "pl-63a5400a",
  },
  loadBalancer: {
    httpsListenerArn: accountArn("elasticloadbalancing", "listener/app/edge/50dc6c495c0c9188/f2f7dc8efc522ab2"),
    securityGroupId: "sg-000000000000000a1",
    loadBalancerArnSuffix: "app/edge/50dc6c495c0c9188",
  },
  logsKey: { arn: accountArn("kms", "key/11111111-1111-4111-8111-111111111111") },
  secretsKey: { arn: accountArn("kms", "key/22222222-2222-4222-8222-222222222222") },
  secretArn: accountArn("secretsmanager", "secret:db-login-AbCdEf"),
  topicArn: accountArn("sns", "alerts"),
};

/** The least a service needs. */
export function minimalArgs(): FargateServiceArgs {
  return {
    cluster: surroundings.cluster,
    network: surroundings.network,
    loadBalancer: surroundings.loadBalancer,
    tier: ServiceTier.Web,
    tls: ServiceTls.Application,
    image: image("web"),
    logsKey: surroundings.logsKey,
    hostNames: ["portal.example.org"],
    rulePriority: 10,
  };
}

/** A load balancer that CloudWatch cannot name. */
export const unnamedLoadBalancer: FargateServiceLoadBalancer = {
  httpsListenerArn: surroundings.loadBalancer.httpsListenerArn,
  securityGroupId: surroundings.loadBalancer.securityGroupId,
};

/** A service with `overrides` in the place of the least arguments; `undefined` takes an argument out. */
export function service(overrides: Partial<FargateServiceArgs> = {}, opts?: pulumi.ComponentResourceOptions) {
  return new FargateService("web", { ...minimalArgs(), ...overrides }, opts);
}
