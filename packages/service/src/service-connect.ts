import type * as ecs from "@pulumi/aws/ecs";
import * as pulumi from "@pulumi/pulumi";
import { arn, type AwsEnvironment, type PolicyStatement } from "@hipaa-aws/foundation";
import type { FargateServiceArgs } from "./fargate-service-args";
import { createRole, ecsTrust } from "./roles";
import type { ServicePlan } from "./service-plan";

/** Name of the port that Service Connect offers. */
export const portName = "https";

/** The part of the service that turns Service Connect with TLS on, and what it needs to exist first. */
export interface ServiceConnectParts {
  readonly configuration: NonNullable<ecs.ServiceArgs["serviceConnectConfiguration"]>;
  readonly attachments: pulumi.Resource[];
}

/**
 * Service Connect with TLS 1.3 between the services of a namespace. The proxy's access log leaves query parameters out,
 * which may hold PHI, and goes to the log group of the tasks.
 */
export function createServiceConnect(
  name: string,
  args: FargateServiceArgs,
  plan: ServicePlan,
  environment: AwsEnvironment,
  logGroupName: pulumi.Output<string>,
  tags: pulumi.Output<Record<string, string>>,
  parent: pulumi.Resource,
): ServiceConnectParts | undefined {
  const { serviceConnect, certificateAuthorityArn } = args;
  if (serviceConnect === undefined || certificateAuthorityArn === undefined) return undefined;
  const keyArn = pulumi.output(serviceConnect.key).apply((key) => key.arn);
  const { role, attachments } = createRole(
    `${name}-connect`,
    {
      description: `Keeps the certificates of ${name} in Service Connect`,
      trust: ecsTrust(environment),
      statements: infrastructureStatements(environment, certificateAuthorityArn, keyArn),
      permissionsBoundaryArn: args.permissionsBoundaryArn,
      tags,
    },
    parent,
  );
  return {
    attachments,
    configuration: {
      enabled: true,
      namespace: serviceConnect.namespaceArn,
      services: [
        {
          portName,
          discoveryName: serviceConnect.discoveryName,
          clientAlias: [{ dnsName: serviceConnect.discoveryName, port: plan.port }],
          tls: {
            issuerCertAuthority: { awsPcaAuthorityArn: certificateAuthorityArn },
            kmsKey: keyArn,
            roleArn: role.arn,
          },
        },
      ],
      accessLogConfiguration: { format: "JSON", includeQueryParameters: "DISABLED" },
      logConfiguration: {
        logDriver: "awslogs",
        options: pulumi.all([logGroupName, environment.region]).apply(([group, region]) => ({
          "awslogs-group": group,
          "awslogs-region": region,
          "awslogs-stream-prefix": "service-connect",
          mode: "non-blocking",
          "max-buffer-size": "25m",
        })),
      },
    },
  };
}

/**
 * What ECS does to keep the certificates: have them issued, and store them with their keys as secrets of its own, whose
 * names begin with `ecs-sc!`. Source: `AmazonECSInfrastructureRolePolicyForServiceConnectTransportLayerSecurity`, which
 * reaches every CA that is tagged; this policy names the one.
 */
function infrastructureStatements(
  environment: AwsEnvironment,
  authorityArn: pulumi.Input<string>,
  keyArn: pulumi.Output<string>,
): PolicyStatement[] {
  const secrets = arn(environment, "secretsmanager", "secret:ecs-sc!*");
  return [
    {
      sid: "StoreCertificates",
      actions: [
        "secretsmanager:CreateSecret",
        "secretsmanager:TagResource",
        "secretsmanager:DescribeSecret",
        "secretsmanager:UpdateSecret",
        "secretsmanager:GetSecretValue",
        "secretsmanager:PutSecretValue",
        "secretsmanager:UpdateSecretVersionStage",
        "secretsmanager:DeleteSecret",
        "secretsmanager:RotateSecret",
      ],
      resources: [secrets],
    },
    {
      sid: "IssueCertificates",
      actions: [
        "acm-pca:IssueCertificate",
        "acm-pca:GetCertificate",
        "acm-pca:GetCertificateAuthorityCertificate",
        "acm-pca:DescribeCertificateAuthority",
      ],
      resources: [authorityArn],
    },
    {
      sid: "EncryptCertificates",
      actions: ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey", "kms:GenerateDataKeyPair", "kms:DescribeKey"],
      resources: [keyArn],
    },
  ];
}
