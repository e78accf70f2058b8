import * as pulumi from "@pulumi/pulumi";
import * as batch from "@pulumi/aws/batch";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as ec2 from "@pulumi/aws/ec2";
import * as ecr from "@pulumi/aws/ecr";
import * as fsx from "@pulumi/aws/fsx";
import * as iam from "@pulumi/aws/iam";
import * as kms from "@pulumi/aws/kms";
import * as s3 from "@pulumi/aws/s3";
import * as sfn from "@pulumi/aws/sfn";
import * as vpc from "@pulumi/aws/vpc";

const account = "111122223333";
const region = "us-east-1";
const tags = { lab: "clinical-genomics", stage: "production", phi: "yes" };

/** Germline pipelines: reads in S3, scratch in FSx for Lustre, jobs in AWS Batch on a network without internet. */
export function compliantBatchGenomics(): void {
  const key = dataKey();
  const network = isolatedNetwork(key);
  const reads = bucket("reads", key);
  const results = bucket("results", key);

  // ---- scratch ------------------------------------------------------------------------------------------------
  const scratch = new fsx.LustreFileSystem("scratch", {
    deploymentType: "PERSISTENT_2",
    storageType: "SSD",
    storageCapacity: 2400,
    perUnitStorageThroughput: 250,
    subnetIds: network.subnetIds[0] as pulumi.Output<string>,
    securityGroupIds: [network.scratchGroup.id],
    kmsKeyId: key.arn,
    dataCompressionType: "LZ4",
    copyTagsToBackups: true,
    logConfiguration: { level: "WARN_ERROR", destination: logGroup("scratch-logs", "/aws/fsx/genomics", key).arn },
    rootSquashConfiguration: { rootSquash: "65534:65534" },
    tags,
  });
  new fsx.DataRepositoryAssociation("scratch-reads", {
    fileSystemId: scratch.id,
    fileSystemPath: "/reads",
    dataRepositoryPath: pulumi.interpolate`s3://${reads.bucket}`,
    s3: { autoImportPolicy: { events: ["NEW", "CHANGED", "DELETED"] } },
    tags,
  });

  // ---- images ----------------------------------------------------------------------------------------------------
  const image = new ecr.Repository("aligner", {
    name: "genomics/aligner",
    imageTagMutability: "IMMUTABLE",
    imageScanningConfiguration: { scanOnPush: true },
    encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: key.arn }],
    tags,
  });

  // ---- compute ----------------------------------------------------------------------------------------------------
  const batchRole = role("batch-service", "batch.amazonaws.com");
  const batchPolicy = new iam.RolePolicyAttachment("batch-service", {
    role: batchRole.name,
    policyArn: "arn:aws:iam::aws:policy/service-role/AWSBatchServiceRole",
  });
  const instanceRole = role("batch-instance", "ec2.amazonaws.com");
  new iam.RolePolicyAttachment("batch-instance", {
    role: instanceRole.name,
    policyArn: "arn:aws:iam::aws:policy/service-role/AmazonEC2ContainerServiceforEC2Role",
  });
  const profile = new iam.InstanceProfile("batch-instance", { role: instanceRole.name, tags });
  const template = new ec2.LaunchTemplate("batch", {
    updateDefaultVersion: true,
    metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
    blockDeviceMappings: [
      {
        deviceName: "/dev/xvda",
        ebs: { encrypted: "true", kmsKeyId: key.arn, volumeSize: 200, volumeType: "gp3", deleteOnTermination: "true" },
      },
    ],
    userData: pulumi
      .all([scratch.dnsName, scratch.mountName])
      .apply(([dns, mount]) =>
        Buffer.from(
          [
            "MIME-Version: 1.0",
            'Content-Type: multipart/mixed; boundary="==B=="',
            "",
            "--==B==",
            'Content-Type: text/cloud-config; charset="us-ascii"',
            "",
            "runcmd:",
            "- amazon-linux-extras install -y lustre",
            "- mkdir -p /fsx",
            `- mount -t lustre -o relatime,flock ${dns}@tcp:/${mount} /fsx`,
            "--==B==--",
          ].join("\n"),
        ).toString("base64"),
      ),
    tagSpecifications: [
      { resourceType: "instance", tags },
      { resourceType: "volume", tags },
    ],
    tags,
  });
  const environment = new batch.ComputeEnvironment(
    "germline",
    {
      type: "MANAGED",
      serviceRole: batchRole.arn,
      computeResources: {
        type: "EC2",
        allocationStrategy: "BEST_FIT_PROGRESSIVE",
        minVcpus: 0,
        maxVcpus: 512,
        // Families that encrypt between instances, which Lustre in transit needs.
        instanceTypes: ["m6i", "r6i"],
        instanceRole: profile.arn,
        subnets: network.subnetIds,
        securityGroupIds: [network.computeGroup.id],
        launchTemplate: { launchTemplateId: template.id, version: pulumi.interpolate`${template.latestVersion}` },
        tags,
      },
      tags,
    },
    { dependsOn: [batchPolicy] },
  );
  const queue = new batch.JobQueue("germline", {
    state: "ENABLED",
    priority: 10,
    computeEnvironmentOrders: [{ order: 1, computeEnvironment: environment.arn }],
    tags,
  });

  const jobLogs = logGroup("job-logs", "/genomics/jobs", key);
  const jobRole = role("job", "ecs-tasks.amazonaws.com");
  new iam.RolePolicy("job", {
    role: jobRole.id,
    policy: pulumi.all([reads.arn, results.arn, key.arn]).apply(([from, to, keyArn]) =>
      JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          { Effect: "Allow", Action: "s3:GetObject", Resource: `${from}/*` },
          { Effect: "Allow", Action: "s3:PutObject", Resource: `${to}/*` },
          { Effect: "Allow", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: keyArn },
        ],
      }),
    ),
  });
  const executionRole = role("job-execution", "ecs-tasks.amazonaws.com");
  new iam.RolePolicyAttachment("job-execution", {
    role: executionRole.name,
    policyArn: "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy",
  });
  const definition = new batch.JobDefinition("align", {
    type: "container",
    platformCapabilities: ["EC2"],
    containerProperties: pulumi.jsonStringify({
      image: pulumi.interpolate`${image.repositoryUrl}:2.4.1`,
      command: ["align", "--sample", "Ref::sample"],
      jobRoleArn: jobRole.arn,
      executionRoleArn: executionRole.arn,
      privileged: false,
      readonlyRootFilesystem: true,
      user: "65534",
      resourceRequirements: [
        { type: "VCPU", value: "16" },
        { type: "MEMORY", value: "65536" },
      ],
      volumes: [{ name: "fsx", host: { sourcePath: "/fsx" } }],
      mountPoints: [{ sourceVolume: "fsx", containerPath: "/fsx", readOnly: false }],
      environment: [{ name: "RESULTS_BUCKET", value: results.bucket }],
      logConfiguration: {
        logDriver: "awslogs",
        options: { "awslogs-group": jobLogs.name, "awslogs-region": region, "awslogs-stream-prefix": "align" },
      },
    }),
    retryStrategy: { attempts: 2 },
    timeout: { attemptDurationSeconds: 6 * 3600 },
    propagateTags: true,
    tags,
  });

  // ---- orchestration ------------------------------------------------------------------------------------------------
  const flowRole = role("pipeline", "states.amazonaws.com", { StringEquals: { "aws:SourceAccount": account } });
  new iam.RolePolicy("pipeline", {
    role: flowRole.id,
    policy: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Action: "batch:SubmitJob",
          Resource: [
            queue.arn,
            pulumi.interpolate`arn:aws:batch:${region}:${account}:job-definition/${definition.name}:*`,
          ],
        },
        { Effect: "Allow", Action: ["batch:DescribeJobs"], Resource: "*" },
        {
          Effect: "Allow",
          Action: ["events:PutTargets", "events:PutRule", "events:DescribeRule"],
          Resource: `arn:aws:events:${region}:${account}:rule/StepFunctionsGetEventsForBatchJobsRule`,
        },
        {
          Effect: "Allow",
          Action: [
            "logs:CreateLogDelivery",
            "logs:GetLogDelivery",
            "logs:UpdateLogDelivery",
            "logs:DeleteLogDelivery",
            "logs:ListLogDeliveries",
            "logs:PutResourcePolicy",
            "logs:DescribeResourcePolicies",
            "logs:DescribeLogGroups",
          ],
          Resource: "*",
        },
        { Effect: "Allow", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: key.arn },
      ],
    }),
  });
  new sfn.StateMachine("germline", {
    roleArn: flowRole.arn,
    definition: pulumi.jsonStringify({
      StartAt: "Align",
      States: {
        Align: {
          Type: "Task",
          Resource: "arn:aws:states:::batch:submitJob.sync",
          Parameters: {
            JobName: "align",
            JobQueue: queue.arn,
            JobDefinition: definition.arn,
            Parameters: { "sample.$": "$.sample" },
          },
          End: true,
        },
      },
    }),
    encryptionConfiguration: { type: "CUSTOMER_MANAGED_KMS_KEY", kmsKeyId: key.arn, kmsDataKeyReusePeriodSeconds: 300 },
    loggingConfiguration: {
      level: "ERROR",
      includeExecutionData: false,
      logDestination: pulumi.interpolate`${logGroup("pipeline-logs", "/aws/vendedlogs/states/germline", key).arn}:*`,
    },
    tracingConfiguration: { enabled: true },
    tags,
  });
}

function role(name: string, service: string, condition?: object): iam.Role {
  return new iam.Role(name, {
    assumeRolePolicy: {
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: service },
          Action: "sts:AssumeRole",
          ...(condition ? { Condition: condition } : {}),
        },
      ],
    },
    tags,
  });
}

function dataKey(): kms.Key {
  const key = new kms.Key("genomics", {
    description: "Genomics: buckets, scratch, volumes, images, logs",
    enableKeyRotation: true,
    rotationPeriodInDays: 365,
    tags,
  });
  new kms.KeyPolicy("genomics", {
    keyId: key.id,
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "IAM",
          Effect: "Allow",
          Principal: { AWS: `arn:aws:iam::${account}:root` },
          Action: "kms:*",
          Resource: "*",
        },
        {
          Sid: "Logs",
          Effect: "Allow",
          Principal: { Service: `logs.${region}.amazonaws.com` },
          Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
          Resource: "*",
          Condition: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:${region}:${account}:*` } },
        },
      ],
    }),
  });
  new kms.Alias("genomics", { name: "alias/genomics", targetKeyId: key.id });
  return key;
}

function logGroup(name: string, physical: string, key: kms.Key): cloudwatch.LogGroup {
  return new cloudwatch.LogGroup(name, { name: physical, retentionInDays: 2557, kmsKeyId: key.arn, tags });
}

function bucket(name: string, key: kms.Key): s3.Bucket {
  const it = new s3.Bucket(name, { bucketPrefix: `genomics-${name}-`, tags });
  const policy = it.arn.apply((arn) =>
    JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Deny",
          Principal: { AWS: "*" },
          Action: "s3:*",
          Resource: [arn, `${arn}/*`],
          Condition: { Bool: { "aws:SecureTransport": false } },
        },
        {
          Effect: "Deny",
          Principal: { AWS: "*" },
          Action: "s3:PutObject",
          Resource: `${arn}/*`,
          Condition: { StringNotEqualsIfExists: { "s3:x-amz-server-side-encryption": "aws:kms" } },
        },
      ],
    }),
  );
  const block = new s3.BucketPublicAccessBlock(name, {
    bucket: it.bucket,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  new s3.BucketPolicy(name, { bucket: it.bucket, policy }, { dependsOn: [block] });
  new s3.BucketVersioning(name, { bucket: it.bucket, versioningConfiguration: { status: "Enabled" } });
  new s3.BucketServerSideEncryptionConfiguration(name, {
    bucket: it.bucket,
    rules: [
      {
        applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn },
        bucketKeyEnabled: true,
      },
    ],
  });
  new s3.BucketLogging(name, {
    bucket: it.bucket,
    targetBucket: `central-access-logs-${account}`,
    targetPrefix: `${name}/`,
  });
  new s3.BucketLifecycleConfiguration(name, {
    bucket: it.bucket,
    rules: [
      {
        id: "glacier",
        status: "Enabled",
        filter: {},
        transitions: [{ days: 60, storageClass: "GLACIER_IR" }],
        abortIncompleteMultipartUpload: { daysAfterInitiation: 3 },
      },
    ],
  });
  return it;
}

function isolatedNetwork(key: kms.Key) {
  const net = new ec2.Vpc("genomics", { cidrBlock: "10.60.0.0/16", enableDnsHostnames: true, tags });
  new ec2.DefaultSecurityGroup("genomics", { vpcId: net.id, tags });
  const table = new ec2.RouteTable("genomics", { vpcId: net.id, tags });
  const subnetIds = ["a", "b"].map((zone, i) => {
    const subnet = new ec2.Subnet(`compute-${zone}`, {
      vpcId: net.id,
      availabilityZone: `${region}${zone}`,
      cidrBlock: `10.60.${i * 16}.0/20`,
      tags,
    });
    new ec2.RouteTableAssociation(`compute-${zone}`, { subnetId: subnet.id, routeTableId: table.id });
    return subnet.id;
  });
  const flowRole = role("flow-logs", "vpc-flow-logs.amazonaws.com");
  const flowGroup = logGroup("flow-logs", "/genomics/vpc-flow", key);
  new iam.RolePolicy("flow-logs", {
    role: flowRole.id,
    policy: flowGroup.arn.apply((arn) =>
      JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Action: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogGroups", "logs:DescribeLogStreams"],
            Resource: [arn, `${arn}:*`],
          },
        ],
      }),
    ),
  });
  new ec2.FlowLog("genomics", {
    vpcId: net.id,
    trafficType: "ALL",
    logDestination: flowGroup.arn,
    iamRoleArn: flowRole.arn,
    tags,
  });

  const group = (name: string, description: string) =>
    new ec2.SecurityGroup(name, { vpcId: net.id, description, tags });
  const computeGroup = group("compute", "Batch instances");
  const scratchGroup = group("scratch", "FSx for Lustre");
  const endpointGroup = group("endpoints", "Interface endpoints");
  const lustre: [string, number, number][] = [
    ["control", 988, 988],
    ["data", 1018, 1023],
  ];
  for (const [name, fromPort, toPort] of lustre) {
    const ports = { ipProtocol: "tcp", fromPort, toPort, description: `Lustre ${name}` };
    for (const source of [computeGroup, scratchGroup]) {
      const side = source === computeGroup ? "compute" : "scratch";
      new vpc.SecurityGroupIngressRule(`lustre-${name}-from-${side}`, {
        ...ports,
        securityGroupId: scratchGroup.id,
        referencedSecurityGroupId: source.id,
      });
      new vpc.SecurityGroupEgressRule(`lustre-${name}-of-${side}`, {
        ...ports,
        securityGroupId: source.id,
        referencedSecurityGroupId: scratchGroup.id,
      });
    }
  }
  new vpc.SecurityGroupIngressRule("endpoints-in", {
    securityGroupId: endpointGroup.id,
    referencedSecurityGroupId: computeGroup.id,
    ipProtocol: "tcp",
    fromPort: 443,
    toPort: 443,
    description: "AWS APIs",
  });
  new vpc.SecurityGroupEgressRule("compute-endpoints", {
    securityGroupId: computeGroup.id,
    referencedSecurityGroupId: endpointGroup.id,
    ipProtocol: "tcp",
    fromPort: 443,
    toPort: 443,
    description: "AWS APIs",
  });
  const s3Endpoint = new ec2.VpcEndpoint("s3", {
    vpcId: net.id,
    serviceName: `com.amazonaws.${region}.s3`,
    routeTableIds: [table.id],
    tags,
  });
  new vpc.SecurityGroupEgressRule("compute-s3", {
    securityGroupId: computeGroup.id,
    prefixListId: s3Endpoint.prefixListId,
    ipProtocol: "tcp",
    fromPort: 443,
    toPort: 443,
    description: "S3 through the gateway endpoint",
  });
  for (const service of ["ecr.api", "ecr.dkr", "ecs", "ecs-agent", "ecs-telemetry", "logs"]) {
    new ec2.VpcEndpoint(service, {
      vpcId: net.id,
      serviceName: `com.amazonaws.${region}.${service}`,
      vpcEndpointType: "Interface",
      privateDnsEnabled: true,
      subnetIds,
      securityGroupIds: [endpointGroup.id],
      tags,
    });
  }
  return { subnetIds, computeGroup, scratchGroup };
}
