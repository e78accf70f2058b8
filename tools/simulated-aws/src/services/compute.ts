import { textOf } from "@hipaa-aws/stack-state";
import type { ServiceSimulation } from "../type-simulation";

const ecs = (kind: string) => `arn:{partition}:ecs:{region}:{account}:${kind}`;

/** Amazon ECS and ECR, AWS Lambda, EKS, autoscaling, Cloud Map, Step Functions. */
export const compute: ServiceSimulation = {
  "aws:ecs/cluster:Cluster": { id: ecs("cluster/{name}"), arn: "{id}" },
  "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders": { id: "{clusterName}" },
  "aws:ecs/taskDefinition:TaskDefinition": {
    id: "{family}",
    arn: ecs("task-definition/{family}:1"),
    outputs: { revision: 1, arnWithoutRevision: ecs("task-definition/{family}"), networkMode: "bridge" },
  },
  "aws:ecs/service:Service": {
    id: ecs("service/{clusterName}/{name}"),
    arn: "{id}",
    places: { clusterName: ({ inputs }) => textOf(inputs.cluster, "default").replace(/^.*\//, "") },
    outputs: { launchType: "EC2" },
  },
  "aws:ecs/accountSettingDefault:AccountSettingDefault": {
    id: "{name}",
    outputs: { principalArn: "arn:{partition}:iam::{account}:root" },
    autoname: false,
  },
  "aws:ecr/repository:Repository": {
    id: "{name}",
    arn: "arn:{partition}:ecr:{region}:{account}:repository/{name}",
    outputs: { registryId: "{account}", repositoryUrl: "{account}.dkr.ecr.{region}.{suffix}/{name}" },
    autoname: { property: "name", maxLength: 256, lowerCase: true },
  },
  "aws:signer/signingProfile:SigningProfile": {
    id: "{name}",
    arn: "arn:{partition}:signer:{region}:{account}:/signing-profiles/{name}",
    outputs: { status: "Active", version: "{hex10}" },
    autoname: { property: "name", maxLength: 64 },
  },
  "aws:ecr/repositoryPolicy:RepositoryPolicy": { id: "{repository}", outputs: { registryId: "{account}" } },
  "aws:ecr/lifecyclePolicy:LifecyclePolicy": { id: "{repository}", outputs: { registryId: "{account}" } },
  "aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration": {
    id: "{account}",
    outputs: { registryId: "{account}" },
  },
  "aws:appautoscaling/target:Target": {
    id: "{resourceId}",
    arn: "arn:{partition}:application-autoscaling:{region}:{account}:scalable-target/{hex20}",
  },
  "aws:appautoscaling/policy:Policy": {
    id: "{name}",
    arn: "arn:{partition}:autoscaling:{region}:{account}:scalingPolicy:{uuid}:resource/{serviceNamespace}/{resourceId}:policyName/{name}",
  },
  "aws:autoscaling/group:Group": {
    id: "{name}",
    arn: "arn:{partition}:autoscaling:{region}:{account}:autoScalingGroup:{uuid}:autoScalingGroupName/{name}",
  },
  "aws:lambda/function:Function": {
    id: "{name}",
    arn: "arn:{partition}:lambda:{region}:{account}:function:{name}",
    outputs: {
      invokeArn: "arn:{partition}:apigateway:{region}:lambda:path/2015-03-31/functions/{arn}/invocations",
      qualifiedArn: "{arn}:1",
      version: "1",
      lastModified: "2026-01-01T00:00:00.000+0000",
    },
    autoname: { property: "name", maxLength: 64 },
  },
  "aws:lambda/permission:Permission": { id: "{name}", outputs: { statementId: "{name}-{hex7}" } },
  "aws:lambda/eventSourceMapping:EventSourceMapping": {
    id: "{uuid}",
    arn: "arn:{partition}:lambda:{region}:{account}:event-source-mapping:{id}",
    outputs: { uuid: "{id}", state: "Enabled" },
  },
  "aws:eks/cluster:Cluster": {
    id: "{name}",
    arn: "arn:{partition}:eks:{region}:{account}:cluster/{name}",
    outputs: {
      endpoint: "https://{upper32}.gr7.{region}.eks.{suffix}",
      status: "ACTIVE",
      platformVersion: "eks.1",
      certificateAuthority: { data: "c2ltdWxhdGVk" },
      identities: ({ fill }) => [{ oidcs: [{ issuer: fill("https://oidc.eks.{region}.{suffix}/id/{upper32}") }] }],
    },
    autoname: { property: "name", maxLength: 100 },
  },
  "aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace": {
    id: "ns-{lower16}",
    arn: "arn:{partition}:servicediscovery:{region}:{account}:namespace/{id}",
    outputs: { hostedZone: "Z{upper20}" },
  },
  "aws:servicediscovery/httpNamespace:HttpNamespace": {
    id: "ns-{lower16}",
    arn: "arn:{partition}:servicediscovery:{region}:{account}:namespace/{id}",
    outputs: { httpName: "{name}" },
  },
  "aws:servicediscovery/service:Service": {
    id: "srv-{lower16}",
    arn: "arn:{partition}:servicediscovery:{region}:{account}:service/{id}",
  },
  "aws:sfn/stateMachine:StateMachine": {
    id: "arn:{partition}:states:{region}:{account}:stateMachine:{name}",
    arn: "{id}",
    autoname: { property: "name", maxLength: 80 },
  },
  "aws:efs/fileSystem:FileSystem": {
    id: "fs-{hex17}",
    arn: "arn:{partition}:elasticfilesystem:{region}:{account}:file-system/{id}",
    outputs: { dnsName: "{id}.efs.{region}.{suffix}", ownerId: "{account}" },
    autoname: { property: "creationToken", maxLength: 255 },
  },
  "aws:efs/mountTarget:MountTarget": {
    id: "fsmt-{hex17}",
    outputs: {
      networkInterfaceId: "eni-{hex17}",
      ownerId: "{account}",
      dnsName: "{fileSystemId}.efs.{region}.{suffix}",
    },
  },
  "aws:efs/accessPoint:AccessPoint": {
    id: "fsap-{hex17}",
    arn: "arn:{partition}:elasticfilesystem:{region}:{account}:access-point/{id}",
    outputs: { ownerId: "{account}" },
  },
};
