import * as pulumi from "@pulumi/pulumi";
import * as autoscaling from "@pulumi/aws/autoscaling";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as ec2 from "@pulumi/aws/ec2";
import * as iam from "@pulumi/aws/iam";
import * as kms from "@pulumi/aws/kms";
import * as lb from "@pulumi/aws/lb";
import * as rds from "@pulumi/aws/rds";
import * as s3 from "@pulumi/aws/s3";
import * as sns from "@pulumi/aws/sns";
import type { Network } from "./network";

const certificateArn = "arn:aws:acm:us-east-1:111122223333:certificate/0f6f2f0e-1c5d-4f6e-9d7a-2f6c1b1a9e01";
const tags = { project: "intake", env: "prod" };

/** The same portal, as a team in a hurry puts it together. Comments say where it went wrong. */
export function carelessThreeTier(makeNetwork: (name: string, tags: Record<string, string>) => Network): void {
  // MISTAKE no flow logs for the VPC; its default security group is left open.
  const network = makeNetwork("intake", tags);

  const albGroup = new ec2.SecurityGroup("intake-alb", {
    vpcId: network.vpcId,
    description: "ALB",
    ingress: [
      { protocol: "tcp", fromPort: 80, toPort: 80, cidrBlocks: ["0.0.0.0/0"], description: "http" },
      { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"], description: "https" },
    ],
    egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"], description: "all" }],
    tags,
  });
  const appGroup = new ec2.SecurityGroup("intake-app", {
    vpcId: network.vpcId,
    description: "App servers",
    ingress: [
      { protocol: "tcp", fromPort: 8080, toPort: 8080, securityGroups: [albGroup.id], description: "from alb" },
      // MISTAKE SSH from everywhere.
      { protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"], description: "ssh" },
    ],
    egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"], description: "all" }],
    tags,
  });
  const dbGroup = new ec2.SecurityGroup("intake-db", {
    vpcId: network.vpcId,
    description: "MySQL",
    ingress: [
      { protocol: "tcp", fromPort: 3306, toPort: 3306, securityGroups: [appGroup.id], description: "from app" },
      // MISTAKE MySQL from the whole internet "for the analysts".
      { protocol: "tcp", fromPort: 3306, toPort: 3306, cidrBlocks: ["0.0.0.0/0"], description: "analysts" },
    ],
    tags,
  });

  // MISTAKE the key is never rotated.
  const key = new kms.Key("intake", { description: "intake volumes", tags });
  new kms.Alias("intake", { name: "alias/intake", targetKeyId: key.id });

  // MISTAKE a public-read ACL on the bucket of uploaded forms, and no public access block, TLS-only policy or versions.
  const uploads = new s3.Bucket("intake-uploads", { forceDestroy: true, tags });
  new s3.BucketOwnershipControls("intake-uploads", { bucket: uploads.id, rule: { objectOwnership: "ObjectWriter" } });
  new s3.BucketAcl("intake-uploads", { bucket: uploads.id, acl: "public-read" });

  // MISTAKE no access logs, no protection from deletion, no WAF, headers are passed on as they come.
  const balancer = new lb.LoadBalancer("intake", {
    loadBalancerType: "application",
    securityGroups: [albGroup.id],
    subnets: network.publicSubnetIds,
    tags,
  });
  const targets = new lb.TargetGroup("intake", {
    port: 8080,
    // MISTAKE PHI in plain text between load balancer and servers.
    protocol: "HTTP",
    targetType: "instance",
    vpcId: network.vpcId,
    healthCheck: { path: "/", matcher: "200-499" },
    tags,
  });
  new lb.Listener("intake-https", {
    loadBalancerArn: balancer.arn,
    port: 443,
    protocol: "HTTPS",
    // MISTAKE a policy with TLS 1.0.
    sslPolicy: "ELBSecurityPolicy-2016-08",
    certificateArn,
    defaultActions: [{ type: "forward", targetGroupArn: targets.arn }],
  });
  new lb.Listener("intake-http", {
    loadBalancerArn: balancer.arn,
    port: 80,
    protocol: "HTTP",
    // MISTAKE plain HTTP is served, not redirected.
    defaultActions: [{ type: "forward", targetGroupArn: targets.arn }],
  });

  const role = new iam.Role("intake-app", {
    assumeRolePolicy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
    }),
    tags,
  });
  new iam.RolePolicy("intake-app", {
    role: role.id,
    // MISTAKE everything in S3 to every server.
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "s3:*", Resource: "*" }],
    }),
  });
  const profile = new iam.InstanceProfile("intake-app", { role: role.name });

  // MISTAKE the database stands in the public subnets.
  const dbSubnets = new rds.SubnetGroup("intake", { subnetIds: network.publicSubnetIds, tags });
  const database = new rds.Instance("intake", {
    identifier: "intake",
    engine: "mysql",
    engineVersion: "8.0.36",
    instanceClass: "db.t3.medium",
    allocatedStorage: 100,
    // MISTAKE the storage is not encrypted.
    storageEncrypted: false,
    dbName: "intake",
    username: "root",
    // MISTAKE the password stands in the code.
    password: "Sommer-2024!",
    // MISTAKE reachable from the internet.
    publiclyAccessible: true,
    dbSubnetGroupName: dbSubnets.name,
    vpcSecurityGroupIds: [dbGroup.id],
    // MISTAKE no backups, nothing that keeps it from being deleted, one zone, no logs.
    backupRetentionPeriod: 0,
    skipFinalSnapshot: true,
    tags,
  });

  const template = new ec2.LaunchTemplate("intake-app", {
    imageId: "ami-0f3a1c9e8b7d6f5a4",
    instanceType: "t3.large",
    keyName: "ops-laptop",
    iamInstanceProfile: { name: profile.name },
    // MISTAKE IMDSv1.
    metadataOptions: { httpEndpoint: "enabled", httpTokens: "optional" },
    networkInterfaces: [
      // MISTAKE servers with public addresses.
      { associatePublicIpAddress: "true", securityGroups: [appGroup.id], deleteOnTermination: "true" },
    ],
    blockDeviceMappings: [
      // MISTAKE volumes in clear.
      { deviceName: "/dev/xvda", ebs: { encrypted: "false", volumeType: "gp2", volumeSize: 40 } },
    ],
    // MISTAKE a password in the user data.
    userData: Buffer.from("#!/bin/bash\nexport DB_PASSWORD='Sommer-2024!'\n/opt/intake/start.sh\n").toString("base64"),
    tags,
  });
  // MISTAKE the servers stand in the public subnets.
  const fleet = new autoscaling.Group("intake-app", {
    vpcZoneIdentifiers: network.publicSubnetIds,
    minSize: 1,
    maxSize: 2,
    targetGroupArns: [targets.arn],
    launchTemplate: { id: template.id, version: "$Latest" },
  });
  new autoscaling.Policy("intake-app", {
    autoscalingGroupName: fleet.name,
    policyType: "SimpleScaling",
    adjustmentType: "ChangeInCapacity",
    scalingAdjustment: 1,
  });

  // MISTAKE application logs in clear, kept two weeks.
  new cloudwatch.LogGroup("intake-app", { name: "/intake/app", retentionInDays: 14, tags });

  // MISTAKE an unencrypted topic that anybody may publish to and subscribe to.
  const alarms = new sns.Topic("intake-alarms", { tags });
  new sns.TopicPolicy("intake-alarms", {
    arn: alarms.arn,
    policy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: "*", Action: ["sns:Publish", "sns:Subscribe"], Resource: alarms.arn }],
    }),
  });
  new cloudwatch.MetricAlarm("intake-db", {
    namespace: "AWS/RDS",
    metricName: "CPUUtilization",
    dimensions: { DBInstanceIdentifier: database.identifier },
    comparisonOperator: "GreaterThanThreshold",
    threshold: 90,
    statistic: "Average",
    period: 300,
    evaluationPeriods: 3,
    alarmActions: [alarms.arn],
  });
}
