/**
 * Broken cases that their rule's remediation leaves as they are, by rule: the requirement's `remediateWhen` says why.
 * Either the provider would replace the resource, or a choice is to be made that only people can make.
 */
export const leftToPeople: Readonly<Record<string, readonly string[]>> = {
  "cloudfront-viewer-tls-version": ["TLS 1.0 by default, with a certificate of IAM"],
  "cloudtrail-lake-retention": ["a year"],
  "cognito-client-hardening": [
    "a client that a service created",
    "plain passwords",
    "plain passwords by the old name",
    "the implicit flow",
    "the implicit flow beside an unknown",
  ],
  "config-recorder": [
    "a bad exclusion beside an unknown one",
    "all but a type that matters",
    "not all types",
    "once a day",
    "once a day for a type",
    "some types",
    "some types by strategy",
    "some types, with nothing said of all",
  ],
  "docdb-backup-retention": ["an elastic cluster that says nothing"],
  "ec2-data-volumes-encrypted": [
    "a launch configuration",
    "a spot fleet",
    "a spot fleet that says no",
    "a spot instance",
    "one from a snapshot that says no",
    "one that is not",
    "one that is not beside one not known yet",
    "the second one",
  ],
  "ec2-imdsv2-required": ["a launch configuration that says nothing", "a spot instance that says nothing"],
  "ec2-no-public-ip": [
    "a public address",
    "a public address of a launch configuration",
    "a public address of a spot fleet",
    "a public address of a spot instance",
    "an instance of another tier",
  ],
  "elb-cross-zone": ["a gateway balancer", "a network balancer by default"],
  "elb-target-health-check-encrypted": ["a block that says nothing for TLS"],
  "eventbridge-bus-encrypted": [
    "AWS's own key",
    "a bus without a key",
    "a connection without a key",
    "an archive without a key",
  ],
  "fargate-platform-version": ["a task set on an old one"],
  "kms-replica-key-enabled": ["a disabled external key"],
  "rds-not-public": ["a public shard group"],
  "rekognition-stream-processor": ["AWS's own key", "no key"],
  "route53-domain-lock": [
    "the administrator's details",
    "the payer's details",
    "the registrant's details",
    "the technician's details, as text",
  ],
  "s3-public-access-block-settings": [
    "a multi-Region access point with a switch off",
    "an access point with a switch off",
  ],
  "vpc-default-security-group-empty": ["a rule of which nothing is known"],
  "vpc-endpoint-service-acceptance": ["everyone", "everyone, as a resource of its own"],
};

/**
 * The rule that asks whose key it is, by the rule whose remediation encrypts with AWS's key where no key is named: while
 * nothing is encrypted it is silent, since the other rule reports that.
 */
export const asksNext: Readonly<Record<string, string>> = {
  "dynamodb-kms-encrypted": "dynamodb-encryption-cmk",
  "ec2-data-volumes-encrypted": "ec2-volume-cmk",
  "ecs-managed-volumes-encrypted": "ecs-storage-cmk",
  "firehose-encrypted": "firehose-cmk",
  "kinesis-stream-encrypted": "kinesis-stream-cmk",
  "sqs-encrypted": "sqs-cmk",
};
