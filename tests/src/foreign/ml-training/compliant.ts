import * as appautoscaling from "@pulumi/aws/appautoscaling";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as ec2 from "@pulumi/aws/ec2";
import * as ecr from "@pulumi/aws/ecr";
import * as iam from "@pulumi/aws/iam";
import * as kms from "@pulumi/aws/kms";
import { Provider } from "@pulumi/aws/provider";
import * as s3 from "@pulumi/aws/s3";
import * as sagemaker from "@pulumi/aws/sagemaker";
import * as pulumi from "@pulumi/pulumi";

const account = "111122223333";
const region = "us-east-2";

/**
 * A readmission-risk model: data scientists in SageMaker Studio, training on claims and charts, an endpoint that the
 * care-management application asks. One network without a way out; AWS is reached by endpoints.
 */
export function compliant(): void {
  const provider = new Provider("ml", {
    region,
    allowedAccountIds: [account],
    defaultTags: { tags: { program: "readmission-risk", environment: "prod", steward: "data-science" } },
  });
  new ReadmissionModel("readmission", { provider });
}

interface Network {
  readonly vpcId: pulumi.Output<string>;
  readonly subnetIds: pulumi.Output<string>[];
  readonly jobsGroupId: pulumi.Output<string>;
}

/** Everything in one component, as the team's template has it. */
class ReadmissionModel extends pulumi.ComponentResource {
  constructor(name: string, opts: pulumi.ComponentResourceOptions) {
    super("datascience:models:ReadmissionModel", name, {}, opts);
    const here = { parent: this };

    const key = new kms.Key(
      `${name}-data`,
      {
        description: "Training data, artifacts, volumes and logs of the readmission model",
        enableKeyRotation: true,
        deletionWindowInDays: 30,
        policy: iam.getPolicyDocumentOutput(
          {
            statements: [
              {
                sid: "Account",
                actions: ["kms:*"],
                resources: ["*"],
                principals: [{ type: "AWS", identifiers: [`arn:aws:iam::${account}:root`] }],
              },
              {
                sid: "Logs",
                actions: ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
                resources: ["*"],
                principals: [{ type: "Service", identifiers: [`logs.${region}.amazonaws.com`] }],
                conditions: [
                  {
                    test: "ArnEquals",
                    variable: "kms:EncryptionContext:aws:logs:arn",
                    values: [`arn:aws:logs:${region}:${account}:log-group:/aws/sagemaker/*`],
                  },
                ],
              },
            ],
          },
          here,
        ).json,
      },
      here,
    );
    new kms.Alias(`${name}-data`, { name: "alias/readmission/data", targetKeyId: key.id }, here);

    const logs = ["TrainingJobs", "Endpoints/readmission", "studio", "NotebookInstances"].map(
      (path) =>
        new cloudwatch.LogGroup(
          `${name}-logs-${path.toLowerCase().replace("/", "-")}`,
          { name: `/aws/sagemaker/${path}`, retentionInDays: 400, kmsKeyId: key.arn },
          here,
        ),
    );
    const network = this.makeNetwork(name, key);
    const data = this.makeBucket(`${name}-claims`, key);
    const artifacts = this.makeBucket(`${name}-artifacts`, key);
    const repository = this.makeRepository(name, key);

    const logWriter = {
      actions: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"],
      resources: logs.map(({ arn }) => pulumi.interpolate`${arn}:*`),
    };
    const keyUser = {
      actions: ["kms:Decrypt", "kms:GenerateDataKey", "kms:DescribeKey", "kms:CreateGrant"],
      resources: [key.arn],
    };
    // SageMaker attaches network interfaces to the subnets of the job; EC2 takes no narrower resource for most of these.
    const inNetwork = {
      actions: [
        "ec2:CreateNetworkInterface",
        "ec2:CreateNetworkInterfacePermission",
        "ec2:DeleteNetworkInterface",
        "ec2:DescribeNetworkInterfaces",
        "ec2:DescribeVpcs",
        "ec2:DescribeSubnets",
        "ec2:DescribeSecurityGroups",
        "ec2:DescribeDhcpOptions",
      ],
      resources: ["*"],
    };
    const imagePull = [
      { actions: ["ecr:GetAuthorizationToken"], resources: ["*"] },
      {
        actions: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer", "ecr:BatchCheckLayerAvailability"],
        resources: [repository.arn],
      },
    ];
    const training = this.makeRole(`${name}-training`, [
      { actions: ["s3:GetObject"], resources: [pulumi.interpolate`${data.arn}/*`] },
      { actions: ["s3:ListBucket"], resources: [data.arn, artifacts.arn] },
      { actions: ["s3:PutObject", "s3:GetObject"], resources: [pulumi.interpolate`${artifacts.arn}/*`] },
      keyUser,
      logWriter,
      inNetwork,
      ...imagePull,
    ]);
    const serving = this.makeRole(`${name}-serving`, [
      { actions: ["s3:GetObject"], resources: [pulumi.interpolate`${artifacts.arn}/models/*`] },
      { actions: ["s3:PutObject"], resources: [pulumi.interpolate`${artifacts.arn}/capture/*`] },
      keyUser,
      logWriter,
      inNetwork,
      ...imagePull,
    ]);
    const studio = this.makeRole(`${name}-studio`, [
      {
        actions: ["s3:GetObject", "s3:PutObject"],
        resources: [pulumi.interpolate`${data.arn}/*`, pulumi.interpolate`${artifacts.arn}/*`],
      },
      { actions: ["s3:ListBucket"], resources: [data.arn, artifacts.arn] },
      {
        actions: ["sagemaker:CreateTrainingJob", "sagemaker:DescribeTrainingJob", "sagemaker:StopTrainingJob"],
        resources: [`arn:aws:sagemaker:${region}:${account}:training-job/readmission-*`],
      },
      {
        actions: ["iam:PassRole"],
        resources: [training.arn],
        conditions: [{ test: "StringEquals", variable: "iam:PassedToService", values: ["sagemaker.amazonaws.com"] }],
      },
      keyUser,
      logWriter,
      inNetwork,
    ]);

    this.makeStudio(name, key, network, studio, artifacts);
    const vpcConfig = { subnets: network.subnetIds, securityGroupIds: [network.jobsGroupId] };
    new sagemaker.TrainingJob(
      `${name}-training`,
      {
        trainingJobName: "readmission-2024-11",
        roleArn: training.arn,
        algorithmSpecification: {
          trainingImage: pulumi.interpolate`${repository.repositoryUrl}:train-2024.11`,
          trainingInputMode: "File",
        },
        inputDataConfigs: [
          {
            channelName: "claims",
            dataSource: {
              s3DataSource: {
                s3DataType: "S3Prefix",
                s3Uri: pulumi.interpolate`s3://${data.bucket}/claims/2024-11/`,
                s3DataDistributionType: "FullyReplicated",
              },
            },
          },
        ],
        outputDataConfig: { s3OutputPath: pulumi.interpolate`s3://${artifacts.bucket}/models`, kmsKeyId: key.arn },
        resourceConfig: {
          instanceType: "ml.m5.4xlarge",
          instanceCount: 2,
          volumeSizeInGb: 200,
          volumeKmsKeyId: key.arn,
        },
        vpcConfig,
        enableInterContainerTrafficEncryption: true,
        enableNetworkIsolation: true,
        stoppingCondition: { maxRuntimeInSeconds: 14_400 },
      },
      here,
    );
    const model = new sagemaker.Model(
      `${name}-model`,
      {
        executionRoleArn: serving.arn,
        enableNetworkIsolation: true,
        vpcConfig,
        primaryContainer: {
          image: pulumi.interpolate`${repository.repositoryUrl}:serve-2024.11`,
          modelDataUrl: pulumi.interpolate`s3://${artifacts.bucket}/models/readmission-2024-11/output/model.tar.gz`,
        },
      },
      here,
    );
    const configuration = new sagemaker.EndpointConfiguration(
      `${name}-endpoint`,
      {
        kmsKeyArn: key.arn,
        productionVariants: [
          { variantName: "main", modelName: model.name, instanceType: "ml.m5.large", initialInstanceCount: 2 },
        ],
        dataCaptureConfig: {
          enableCapture: true,
          initialSamplingPercentage: 20,
          destinationS3Uri: pulumi.interpolate`s3://${artifacts.bucket}/capture`,
          kmsKeyId: key.arn,
          captureOptions: [{ captureMode: "Input" }, { captureMode: "Output" }],
        },
      },
      here,
    );
    const endpoint = new sagemaker.Endpoint(
      `${name}-endpoint`,
      { name: "readmission", endpointConfigName: configuration.name },
      here,
    );
    const capacity = new appautoscaling.Target(
      `${name}-endpoint`,
      {
        minCapacity: 2,
        maxCapacity: 6,
        resourceId: pulumi.interpolate`endpoint/${endpoint.name}/variant/main`,
        scalableDimension: "sagemaker:variant:DesiredInstanceCount",
        serviceNamespace: "sagemaker",
      },
      here,
    );
    new appautoscaling.Policy(
      `${name}-endpoint`,
      {
        policyType: "TargetTrackingScaling",
        resourceId: capacity.resourceId,
        scalableDimension: capacity.scalableDimension,
        serviceNamespace: capacity.serviceNamespace,
        targetTrackingScalingPolicyConfiguration: {
          targetValue: 600,
          predefinedMetricSpecification: { predefinedMetricType: "SageMakerVariantInvocationsPerInstance" },
        },
      },
      here,
    );
    this.registerOutputs({});
  }

  makeNetwork(name: string, key: kms.Key): Network {
    const here = { parent: this };
    const network = new ec2.Vpc(
      `${name}-vpc`,
      { cidrBlock: "172.20.0.0/21", enableDnsHostnames: true, enableDnsSupport: true },
      here,
    );
    new ec2.DefaultSecurityGroup(`${name}-vpc`, { vpcId: network.id }, here);
    const table = new ec2.RouteTable(`${name}-private`, { vpcId: network.id }, here);
    const subnets = [0, 1, 2].map((index) => {
      const zone = `${region}${"abc"[index] ?? "a"}`;
      const subnet = new ec2.Subnet(
        `${name}-private-${index}`,
        { vpcId: network.id, cidrBlock: `172.20.${index}.0/24`, availabilityZone: zone },
        here,
      );
      new ec2.RouteTableAssociation(`${name}-private-${index}`, { subnetId: subnet.id, routeTableId: table.id }, here);
      return subnet;
    });
    const flow = new cloudwatch.LogGroup(
      `${name}-flow`,
      { name: "/aws/sagemaker/vpc-flow", retentionInDays: 400, kmsKeyId: key.arn },
      here,
    );
    const role = this.makeRole(
      `${name}-flow`,
      [
        {
          actions: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"],
          resources: [pulumi.interpolate`${flow.arn}:*`],
        },
      ],
      "vpc-flow-logs.amazonaws.com",
    );
    new ec2.FlowLog(
      `${name}-flow`,
      { vpcId: network.id, trafficType: "ALL", logDestination: flow.arn, iamRoleArn: role.arn },
      here,
    );
    // Rules inline, as the team's network template writes them.
    const jobs = new ec2.SecurityGroup(
      `${name}-jobs`,
      {
        vpcId: network.id,
        description: "Notebooks, training and endpoints",
        ingress: [{ protocol: "-1", fromPort: 0, toPort: 0, self: true, description: "Nodes of one training job" }],
        egress: [
          { protocol: "-1", fromPort: 0, toPort: 0, self: true, description: "Nodes of one training job" },
          { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["172.20.0.0/21"], description: "Endpoints" },
          {
            protocol: "tcp",
            fromPort: 443,
            toPort: 443,
            prefixListIds: [ec2.getPrefixListOutput({ name: `com.amazonaws.${region}.s3` }, here).id],
            description: "S3 by its gateway",
          },
        ],
      },
      here,
    );
    const endpoints = new ec2.SecurityGroup(
      `${name}-endpoints`,
      {
        vpcId: network.id,
        description: "Interface endpoints",
        ingress: [
          { protocol: "tcp", fromPort: 443, toPort: 443, securityGroups: [jobs.id], description: "HTTPS from jobs" },
        ],
      },
      here,
    );
    new ec2.VpcEndpoint(
      `${name}-s3`,
      {
        vpcId: network.id,
        serviceName: `com.amazonaws.${region}.s3`,
        vpcEndpointType: "Gateway",
        routeTableIds: [table.id],
      },
      here,
    );
    for (const service of ["sagemaker.api", "sagemaker.runtime", "ecr.api", "ecr.dkr", "logs", "sts", "kms"]) {
      new ec2.VpcEndpoint(
        `${name}-${service.replace(".", "-")}`,
        {
          vpcId: network.id,
          serviceName: `com.amazonaws.${region}.${service}`,
          vpcEndpointType: "Interface",
          privateDnsEnabled: true,
          subnetIds: subnets.map(({ id }) => id),
          securityGroupIds: [endpoints.id],
        },
        here,
      );
    }
    return { vpcId: network.id, subnetIds: subnets.map(({ id }) => id), jobsGroupId: jobs.id };
  }

  makeBucket(name: string, key: kms.Key): s3.Bucket {
    const here = { parent: this };
    const bucket = new s3.Bucket(name, {}, { ...here, protect: true });
    new s3.BucketPublicAccessBlock(
      name,
      {
        bucket: bucket.id,
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      },
      here,
    );
    new s3.BucketVersioning(name, { bucket: bucket.id, versioningConfiguration: { status: "Enabled" } }, here);
    new s3.BucketServerSideEncryptionConfiguration(
      name,
      {
        bucket: bucket.id,
        rules: [
          {
            applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.id },
            bucketKeyEnabled: true,
          },
        ],
      },
      here,
    );
    new s3.BucketLogging(
      name,
      { bucket: bucket.id, targetBucket: "datascience-access-logs", targetPrefix: `${name}/` },
      here,
    );
    const statement = (sid: string, condition: { test: string; variable: string; values: string[] }) => ({
      sid,
      effect: "Deny",
      actions: ["s3:*"],
      resources: [bucket.arn, pulumi.interpolate`${bucket.arn}/*`],
      principals: [{ type: "AWS", identifiers: ["*"] }],
      conditions: [condition],
    });
    const policy = iam.getPolicyDocumentOutput(
      {
        statements: [
          statement("PlainHttp", { test: "Bool", variable: "aws:SecureTransport", values: ["false"] }),
          statement("OldTls", { test: "NumericLessThan", variable: "s3:TlsVersion", values: ["1.2"] }),
        ],
      },
      here,
    );
    new s3.BucketPolicy(name, { bucket: bucket.id, policy: policy.json }, here);
    return bucket;
  }

  makeRepository(name: string, key: kms.Key): ecr.Repository {
    const here = { parent: this };
    const repository = new ecr.Repository(
      `${name}-images`,
      {
        imageTagMutability: "IMMUTABLE",
        imageScanningConfiguration: { scanOnPush: true },
        encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: key.arn }],
      },
      here,
    );
    new ecr.LifecyclePolicy(
      `${name}-images`,
      {
        repository: repository.name,
        policy: {
          rules: [
            {
              rulePriority: 1,
              description: "Untagged layers",
              selection: { tagStatus: "untagged", countType: "sinceImagePushed", countUnit: "days", countNumber: 14 },
              action: { type: "expire" },
            },
          ],
        },
      },
      here,
    );
    return repository;
  }

  makeRole(
    name: string,
    statements: iam.GetPolicyDocumentOutputArgs["statements"],
    service = "sagemaker.amazonaws.com",
  ): iam.Role {
    const here = { parent: this };
    const trust = iam.getPolicyDocumentOutput(
      {
        statements: [
          {
            actions: ["sts:AssumeRole"],
            principals: [{ type: "Service", identifiers: [service] }],
            conditions: [{ test: "StringEquals", variable: "aws:SourceAccount", values: [account] }],
          },
        ],
      },
      here,
    );
    const policy = statements === undefined ? {} : { statements };
    return new iam.Role(
      name,
      {
        assumeRolePolicy: trust.json,
        inlinePolicies: [{ name: "job", policy: iam.getPolicyDocumentOutput(policy, here).json }],
      },
      here,
    );
  }

  makeStudio(name: string, key: kms.Key, network: Network, role: iam.Role, artifacts: s3.Bucket): void {
    const here = { parent: this };
    const domain = new sagemaker.Domain(
      `${name}-studio`,
      {
        domainName: "readmission",
        authMode: "SSO",
        vpcId: network.vpcId,
        subnetIds: network.subnetIds,
        appNetworkAccessType: "VpcOnly",
        kmsKeyId: key.arn,
        defaultUserSettings: {
          executionRole: role.arn,
          securityGroups: [network.jobsGroupId],
          sharingSettings: {
            notebookOutputOption: "Allowed",
            s3KmsKeyId: key.arn,
            s3OutputPath: pulumi.interpolate`s3://${artifacts.bucket}/shared`,
          },
        },
        retentionPolicy: { homeEfsFileSystem: "Retain" },
      },
      here,
    );
    new sagemaker.UserProfile(
      `${name}-analyst`,
      {
        domainId: domain.id,
        userProfileName: "analyst-1",
        singleSignOnUserIdentifier: "UserName",
        singleSignOnUserValue: "analyst-1",
      },
      here,
    );
    const idle = new sagemaker.NotebookInstanceLifecycleConfiguration(
      `${name}-idle`,
      {
        onStart: Buffer.from(
          "#!/bin/bash\nset -e\n(crontab -l; echo '*/5 * * * * autostop --idle 3600') | crontab -\n",
        ).toString("base64"),
      },
      here,
    );
    new sagemaker.NotebookInstance(
      `${name}-explore`,
      {
        instanceType: "ml.t3.large",
        roleArn: role.arn,
        subnetId: pulumi.output(network.subnetIds[0] ?? ""),
        securityGroups: [network.jobsGroupId],
        kmsKeyId: key.id,
        directInternetAccess: "Disabled",
        rootAccess: "Disabled",
        instanceMetadataServiceConfiguration: { minimumInstanceMetadataServiceVersion: "2" },
        platformIdentifier: "notebook-al2-v3",
        lifecycleConfigName: idle.name,
        volumeSize: 50,
      },
      here,
    );
  }
}
