import * as ec2 from "@pulumi/aws/ec2";
import * as iam from "@pulumi/aws/iam";
import {
  arn,
  awsEnvironment,
  openPassage,
  policyDocument,
  serviceTrust,
  tags,
  viaService,
  type PolicyStatement,
} from "@hipaa-aws/foundation";
import * as pulumi from "@pulumi/pulumi";
import type { DatabaseProxyArgs } from "./args";

/** A role that only RDS in this account assumes, for the named users of the one database or for the given secrets. */
export function createProxyRole(
  name: string,
  args: DatabaseProxyArgs,
  component: pulumi.Resource,
): { role: iam.Role; attachment: iam.RolePolicyAttachment } {
  const options = { parent: component };
  const description = "Lets RDS Proxy sign in to one database";
  const role = new iam.Role(
    name,
    {
      description,
      assumeRolePolicy: serviceTrust(awsEnvironment(component), "rds.amazonaws.com"),
      tags: args.tags,
    },
    options,
  );
  const policy = new iam.Policy(
    name,
    {
      description,
      policy: policyDocument(args.secrets ? readSecrets(args, component) : [connect(args, component)]),
      tags: args.tags,
    },
    options,
  );
  const attachment = new iam.RolePolicyAttachment(name, { role: role.name, policyArn: policy.arn }, options);
  return { role, attachment };
}

function connect(args: DatabaseProxyArgs, component: pulumi.Resource): PolicyStatement {
  const environment = awsEnvironment(component);
  const user = (one: string) =>
    arn(environment, "rds-db", pulumi.interpolate`dbuser:${args.database.resourceId}/${one}`);
  return { sid: "SignInAsUsers", actions: ["rds-db:connect"], resources: (args.users ?? []).map(user) };
}

function readSecrets(args: DatabaseProxyArgs, component: pulumi.Resource): PolicyStatement[] {
  const secrets = args.secrets ?? [];
  return [
    {
      sid: "ReadPasswords",
      actions: ["secretsmanager:GetSecretValue"],
      resources: secrets.map(({ secretArn }) => secretArn),
    },
    {
      sid: "DecryptPasswords",
      actions: ["kms:Decrypt"],
      resources: pulumi.all(secrets.map(({ key }) => pulumi.output(key).arn)).apply((keys) => [...new Set(keys)]),
      conditions: viaService(awsEnvironment(component), "secretsmanager"),
    },
  ];
}

/** The proxy's own group, and the door between it and the database. Clients open theirs. */
export function createProxyGroup(
  name: string,
  args: DatabaseProxyArgs,
  options: pulumi.CustomResourceOptions,
): ec2.SecurityGroup {
  const { database } = args;
  const group = new ec2.SecurityGroup(
    `${name}-security-group`,
    {
      description: "RDS Proxy: reaches one database, and each client adds the rule that lets it in",
      vpcId: args.network.vpcId,
      revokeRulesOnDelete: true,
      tags: tags({ tier: "data" }, args.tags),
    },
    options,
  );
  openPassage(
    { egress: `${name}-to-database`, ingress: `${name}-to-database` },
    {
      from: group.id,
      to: database.securityGroupId,
      port: database.port,
      description: "From the proxy to its database",
      tags: args.tags,
    },
    options,
  );
  return group;
}
