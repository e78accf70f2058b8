import * as pulumi from "@pulumi/pulumi";
import * as batch from "@pulumi/aws/batch";
import * as ec2 from "@pulumi/aws/ec2";
import * as efs from "@pulumi/aws/efs";
import * as fsx from "@pulumi/aws/fsx";
import * as iam from "@pulumi/aws/iam";
import * as s3 from "@pulumi/aws/s3";
import * as sfn from "@pulumi/aws/sfn";

/** The pipelines as the research group first ran them. Comments say where it went wrong. */
export function carelessBatchGenomics(): void {
  // MISTAKE the default VPC, whose subnets are public. MISTAKE nothing records its traffic.
  const vpc = new ec2.DefaultVpc("default", {});
  const subnet = new ec2.DefaultSubnet("default-a", { availabilityZone: "us-east-1a" });

  // MISTAKE both buckets: plain HTTP, no versions, no public access block.
  new s3.Bucket("reads", {
    // MISTAKE everyone may read the genomes.
    acl: "public-read",
    // MISTAKE the bucket goes with the stack, patients' reads and all.
    forceDestroy: true,
  });
  const results = new s3.Bucket("results", {
    // MISTAKE results are shown as a web site.
    website: { indexDocument: "index.html" },
    // MISTAKE scripts of any page may fetch them.
    corsRules: [{ allowedMethods: ["GET"], allowedOrigins: ["*"] }],
  });

  const group = new ec2.SecurityGroup("batch", {
    vpcId: vpc.id,
    description: "batch",
    // MISTAKE Lustre, NFS and SSH from everywhere.
    ingress: [
      { protocol: "tcp", fromPort: 988, toPort: 988, cidrBlocks: ["0.0.0.0/0"] },
      { protocol: "tcp", fromPort: 2049, toPort: 2049, cidrBlocks: ["0.0.0.0/0"] },
      { protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"] },
    ],
    egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }],
  });

  // MISTAKE a scratch file system holds reads for weeks, under AWS's key.
  new fsx.LustreFileSystem("scratch", {
    deploymentType: "SCRATCH_2",
    storageCapacity: 1200,
    subnetIds: subnet.id,
    securityGroupIds: [group.id],
  });
  // MISTAKE reference data of patients on EFS in clear, without backups, without a policy that asks for TLS.
  const reference = new efs.FileSystem("reference", { encrypted: false });
  new efs.MountTarget("reference", { fileSystemId: reference.id, subnetId: subnet.id, securityGroups: [group.id] });

  const serviceRole = new iam.Role("batch", {
    assumeRolePolicy: iam.assumeRolePolicyForPrincipal({ Service: "batch.amazonaws.com" }),
  });
  const attached = new iam.RolePolicyAttachment("batch", {
    role: serviceRole.name,
    policyArn: "arn:aws:iam::aws:policy/service-role/AWSBatchServiceRole",
  });
  const instanceRole = new iam.Role("instance", {
    assumeRolePolicy: iam.assumeRolePolicyForPrincipal({ Service: "ec2.amazonaws.com" }),
  });
  // MISTAKE the instances administer the account.
  new iam.RolePolicyAttachment("instance", {
    role: instanceRole.name,
    policyArn: "arn:aws:iam::aws:policy/AdministratorAccess",
  });
  const profile = new iam.InstanceProfile("instance", { role: instanceRole.name });
  const template = new ec2.LaunchTemplate("batch", {
    // MISTAKE no session tokens asked for, volumes in clear, and a key of the storage vendor in the script.
    metadataOptions: { httpTokens: "optional" },
    blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { volumeSize: 500, encrypted: "false" } }],
    userData: Buffer.from(
      `#!/bin/bash\nexport AWS_ACCESS_KEY_ID=${["AKIA", "QWERTYUIOPASDFGH"].join("")}\nmount -t lustre fs /fsx\n`,
    ).toString("base64"),
  });
  const environment = new batch.ComputeEnvironment(
    "spot",
    {
      type: "MANAGED",
      serviceRole: serviceRole.arn,
      computeResources: {
        type: "SPOT",
        maxVcpus: 256,
        instanceTypes: ["optimal"],
        instanceRole: profile.arn,
        ec2KeyPair: "ops-laptop",
        subnets: [subnet.id],
        securityGroupIds: [group.id],
        launchTemplate: { launchTemplateId: template.id },
      },
    },
    { dependsOn: [attached] },
  );
  const queue = new batch.JobQueue("spot", {
    state: "ENABLED",
    priority: 1,
    computeEnvironmentOrders: [{ order: 1, computeEnvironment: environment.arn }],
  });
  const definition = new batch.JobDefinition("align", {
    type: "container",
    containerProperties: pulumi.jsonStringify({
      image: "biocontainers/bwa:latest",
      command: ["align"],
      // MISTAKE jobs own their hosts.
      privileged: true,
      resourceRequirements: [
        { type: "VCPU", value: "8" },
        { type: "MEMORY", value: "32768" },
      ],
      environment: [
        { name: "RESULTS", value: results.bucket },
        // MISTAKE a password in the definition.
        { name: "LIMS_PASSWORD", value: "Herbst-2025!" },
      ],
      volumes: [
        // MISTAKE the mount goes without TLS.
        { name: "ref", efsVolumeConfiguration: { fileSystemId: reference.id, transitEncryption: "DISABLED" } },
      ],
      mountPoints: [{ sourceVolume: "ref", containerPath: "/ref" }],
      // MISTAKE no trace of what a job did.
      logConfiguration: { logDriver: "json-file" },
    }),
  });
  new batch.JobDefinition("report", {
    type: "container",
    platformCapabilities: ["FARGATE"],
    containerProperties: JSON.stringify({
      image: "111122223333.dkr.ecr.us-east-1.amazonaws.com/report:1",
      executionRoleArn: "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",
      resourceRequirements: [
        { type: "VCPU", value: "1" },
        { type: "MEMORY", value: "2048" },
      ],
      // MISTAKE jobs with public addresses.
      networkConfiguration: { assignPublicIp: "ENABLED" },
    }),
  });
  const flowRole = new iam.Role("flow", {
    assumeRolePolicy: iam.assumeRolePolicyForPrincipal({ Service: "states.amazonaws.com" }),
  });
  new iam.RolePolicy("flow", {
    role: flowRole.id,
    // MISTAKE everything in Batch and every role.
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Action: ["batch:*"], Resource: "*" },
        { Effect: "Allow", Action: ["iam:PassRole"], Resource: "*" },
      ],
    }),
  });
  new sfn.StateMachine("germline", {
    roleArn: flowRole.arn,
    // MISTAKE samples go into the log with their data.
    loggingConfiguration: {
      level: "ALL",
      includeExecutionData: true,
      logDestination: "arn:aws:logs:us-east-1:111122223333:log-group:states:*",
    },
    definition: pulumi.jsonStringify({
      StartAt: "Align",
      States: {
        Align: {
          Type: "Task",
          Resource: "arn:aws:states:::batch:submitJob.sync",
          Parameters: { JobName: "align", JobQueue: queue.arn, JobDefinition: definition.arn },
          End: true,
        },
      },
    }),
  });
}
