import { Value } from "../../authoring/value";
import { readPolicy, type PolicyReading } from "../../knowledge/access/policy-reading";

type Statement = Readonly<Record<string, unknown>>;

const allow = (Action: readonly string[] | string): Statement => ({ Effect: "Allow", Action, Resource: "*" });

/**
 * What AWS's own policies allow, as far as keys, stores, backups and identities go. A policy that is not here counts as
 * allowing none of that, which holds for those that AWS writes for one service's work. What they allow beside that is
 * left out. Source: AWS Managed Policy Reference Guide.
 */
const documents: ReadonlyMap<string, readonly Statement[]> = new Map([
  ["AdministratorAccess", [allow("*")]],
  ["PowerUserAccess", [{ Effect: "Allow", NotAction: ["iam:*", "organizations:*", "account:*"], Resource: "*" }]],
  ["IAMFullAccess", [allow("iam:*")]],
  ["AmazonS3FullAccess", [allow("s3:*")]],
  ["AmazonS3ReadOnlyAccess", [allow(["s3:Get*", "s3:List*"])]],
  ["AmazonDynamoDBFullAccess", [allow("dynamodb:*")]],
  [
    "AmazonDynamoDBReadOnlyAccess",
    [allow(["dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query", "dynamodb:Scan"])],
  ],
  ["AmazonRDSFullAccess", [allow("rds:*")]],
  ["AmazonRDSDataFullAccess", [allow("rds-data:*")]],
  ["AmazonSQSFullAccess", [allow("sqs:*")]],
  ["AmazonKinesisFullAccess", [allow("kinesis:*")]],
  ["AmazonOpenSearchServiceFullAccess", [allow("es:*")]],
  ["AmazonEC2FullAccess", [allow("ec2:*")]],
  ["AWSBackupFullAccess", [allow("backup:*")]],
  ["SecretsManagerReadWrite", [allow("secretsmanager:*")]],
  [
    "ReadOnlyAccess",
    [
      allow([
        "s3:Get*",
        "s3:List*",
        "dynamodb:BatchGet*",
        "dynamodb:Get*",
        "dynamodb:Query",
        "dynamodb:Scan",
        "kinesis:Get*",
      ]),
    ],
  ],
]);

/** One of AWS's own policies that is known here. */
export interface AwsManagedPolicy {
  readonly name: string;
  readonly reading: PolicyReading;
}

/** The policy of AWS's own that an ARN names, if it is one that is known here. */
export function awsManagedPolicy(arn: string): AwsManagedPolicy | undefined {
  const name = /^arn:[^:]+:iam::aws:policy\/(?:[\w-]+\/)*([\w-]+)$/.exec(arn)?.[1] ?? "";
  const statements = documents.get(name);
  return statements && { name, reading: readPolicy(new Value({ Statement: statements }, "policy")) };
}
