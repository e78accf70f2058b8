import * as ec2 from "@pulumi/aws/ec2";
import * as ecr from "@pulumi/aws/ecr";
import * as iam from "@pulumi/aws/iam";
import * as s3 from "@pulumi/aws/s3";
import * as sagemaker from "@pulumi/aws/sagemaker";
import * as secretsmanager from "@pulumi/aws/secretsmanager";
import * as pulumi from "@pulumi/pulumi";

const tags = { owner: "research", project: "sepsis-early-warning" };

/** A research group's sepsis model, on extracts of real charts, in the account's default network. */
export function careless(): void {
  const network = new ec2.Vpc("research", { cidrBlock: "10.9.0.0/16", tags });
  const internet = new ec2.InternetGateway("research", { vpcId: network.id, tags });
  const table = new ec2.RouteTable("research", {
    vpcId: network.id,
    routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: internet.id }],
    tags,
  });
  // Mistake: no flow log, and whatever is started in the subnet gets a public address.
  const subnet = new ec2.Subnet("research", {
    vpcId: network.id,
    cidrBlock: "10.9.1.0/24",
    mapPublicIpOnLaunch: true,
    tags,
  });
  new ec2.RouteTableAssociation("research", { subnetId: subnet.id, routeTableId: table.id });
  const jupyter = new ec2.SecurityGroup("jupyter", {
    vpcId: network.id,
    description: "Jupyter from home",
    // Mistake: notebooks and their shell for the whole internet.
    ingress: [
      { protocol: "tcp", fromPort: 8888, toPort: 8888, cidrBlocks: ["0.0.0.0/0"] },
      { protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"] },
    ],
    egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }],
    tags,
  });

  // Mistake: extracts of charts without key, versions or access log, and with a policy for everyone.
  const extracts = new s3.Bucket("extracts", { bucket: "sepsis-extracts", tags });
  new s3.BucketPolicy("extracts", {
    bucket: extracts.id,
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { AWS: "*" },
          Action: ["s3:GetObject", "s3:ListBucket"],
          Resource: ["arn:aws:s3:::sepsis-extracts", "arn:aws:s3:::sepsis-extracts/*"],
        },
      ],
    }),
  });
  // Mistake: an example in the bucket has a patient for a name.
  new s3.BucketObject("example", {
    bucket: extracts.bucket,
    key: "examples/mrn-4471902/vitals.csv",
    content: "hr,sbp,lactate\n112,84,4.1\n",
  });

  const images = new ecr.Repository("models", {
    name: "sepsis",
    // Mistake: tags move, and nobody scans.
    imageTagMutability: "MUTABLE",
    imageScanningConfiguration: { scanOnPush: false },
    forceDelete: true,
    tags,
  });
  new ecr.RepositoryPolicy("models", {
    repository: images.name,
    // Mistake: everyone may pull, and push.
    policy: {
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: "*",
          Action: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer", "ecr:PutImage", "ecr:UploadLayerPart"],
        },
      ],
    },
  });

  const role = new iam.Role("sagemaker", {
    // Mistake: any account may take the role.
    assumeRolePolicy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Principal: { Service: "sagemaker.amazonaws.com" }, Action: "sts:AssumeRole" },
        { Effect: "Allow", Principal: { AWS: "*" }, Action: "sts:AssumeRole" },
      ],
    }),
    // Mistake: all of SageMaker and all of S3.
    managedPolicyArns: [
      "arn:aws:iam::aws:policy/AmazonSageMakerFullAccess",
      "arn:aws:iam::aws:policy/AmazonS3FullAccess",
    ],
    tags,
  });
  new iam.RolePolicy("sagemaker", {
    role: role.id,
    // Mistake: notebooks may hand any role to any service.
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: ["iam:PassRole", "sts:AssumeRole"], Resource: "*" }],
    }),
  });

  // Mistake: the access token stands in the URL.
  const code = new sagemaker.CodeRepository("models", {
    codeRepositoryName: "sepsis-models",
    gitConfig: { repositoryUrl: "https://ci-bot:ghp_5Zx81kQvN0aBcDeFgHiJ@github.com/example/sepsis-models.git" },
    tags,
  });
  const setup = new sagemaker.NotebookInstanceLifecycleConfiguration("setup", {
    name: "setup",
    // Mistake: the script exports a database password.
    onStart: Buffer.from(
      "#!/bin/bash\nexport PGPASSWORD='S3psis-Charts-2024'\npg_dump -h charts.internal chart > /home/ec2-user/chart.sql\n",
    ).toString("base64"),
  });
  // Mistake: outside of a VPC's private part, with the internet, root and the old metadata service, without a key.
  new sagemaker.NotebookInstance("explore", {
    instanceType: "ml.t3.xlarge",
    roleArn: role.arn,
    subnetId: subnet.id,
    securityGroups: [jupyter.id],
    directInternetAccess: "Enabled",
    rootAccess: "Enabled",
    instanceMetadataServiceConfiguration: { minimumInstanceMetadataServiceVersion: "1" },
    lifecycleConfigName: setup.name,
    defaultCodeRepository: code.codeRepositoryName,
    tags,
  });
  // Mistake: a second notebook in no VPC at all.
  new sagemaker.NotebookInstance("scratch", { instanceType: "ml.t3.medium", roleArn: role.arn, tags });

  // Mistake: Studio reaches the internet by itself, and its storage is under AWS's own key.
  const studio = new sagemaker.Domain("studio", {
    domainName: "research",
    authMode: "IAM",
    vpcId: network.id,
    subnetIds: [subnet.id],
    appNetworkAccessType: "PublicInternetOnly",
    defaultUserSettings: {
      executionRole: role.arn,
      // Mistake: shared output goes to a bucket without a key.
      sharingSettings: { notebookOutputOption: "Allowed", s3OutputPath: "s3://sepsis-extracts/shared" },
    },
    tags,
  });

  new sagemaker.UserProfile("resident", {
    domainId: studio.id,
    userProfileName: "resident",
    userSettings: {
      executionRole: role.arn,
      // Mistake: and a user's own settings say the same.
      sharingSettings: { notebookOutputOption: "Allowed", s3OutputPath: "s3://sepsis-extracts/resident" },
    },
    tags,
  });

  new sagemaker.TrainingJob("sepsis", {
    trainingJobName: "sepsis-v3",
    roleArn: role.arn,
    algorithmSpecification: {
      trainingImage: pulumi.interpolate`${images.repositoryUrl}:latest`,
      trainingInputMode: "File",
    },
    inputDataConfigs: [
      {
        channelName: "charts",
        dataSource: { s3DataSource: { s3DataType: "S3Prefix", s3Uri: "s3://sepsis-extracts/charts/" } },
      },
    ],
    // Mistake: the model and the volumes of the job have no key.
    outputDataConfig: { s3OutputPath: "s3://sepsis-extracts/models" },
    // Mistake: four nodes exchange charts in the clear, in no VPC, free to call out.
    resourceConfig: { instanceType: "ml.p3.2xlarge", instanceCount: 4, volumeSizeInGb: 500 },
    stoppingCondition: { maxRuntimeInSeconds: 86_400 },
    environment: {
      // Mistake: a key of the experiment tracker in the program.
      TRACKER_API_KEY: "9b1f6c3ad2e84f7c8d50",
    },
    tags,
  });
  const model = new sagemaker.Model("sepsis", {
    executionRoleArn: role.arn,
    // Mistake: the model may call out, and serves from no VPC.
    primaryContainer: {
      image: pulumi.interpolate`${images.repositoryUrl}:latest`,
      modelDataUrl: "s3://sepsis-extracts/models/sepsis-v3/output/model.tar.gz",
      environment: {
        // Mistake: and reads charts with a password in the program.
        CHART_DB_PASSWORD: "S3psis-Charts-2024",
      },
    },
    tags,
  });
  const configuration = new sagemaker.EndpointConfiguration("sepsis", {
    // Mistake: endpoint volumes without a key.
    productionVariants: [
      { variantName: "all", modelName: model.name, instanceType: "ml.m5.large", initialInstanceCount: 1 },
    ],
    dataCaptureConfig: {
      enableCapture: true,
      initialSamplingPercentage: 100,
      // Mistake: every request and answer is captured, without a key.
      destinationS3Uri: "s3://sepsis-extracts/capture",
      captureOptions: [{ captureMode: "InputAndOutput" }],
    },
    tags,
  });
  new sagemaker.Endpoint("sepsis", { endpointConfigName: configuration.name, tags });

  // Mistake: features of patients in two stores without a key.
  new sagemaker.FeatureGroup("patients", {
    featureGroupName: "patients",
    recordIdentifierFeatureName: "encounter",
    eventTimeFeatureName: "time",
    roleArn: role.arn,
    featureDefinitions: [
      { featureName: "encounter", featureType: "String" },
      { featureName: "time", featureType: "String" },
      { featureName: "lactate", featureType: "Fractional" },
    ],
    onlineStoreConfig: { enableOnlineStore: true },
    offlineStoreConfig: { s3StorageConfig: { s3Uri: "s3://sepsis-extracts/features" } },
    tags,
  });

  const labels = new sagemaker.HumanTaskUI("labels", {
    humanTaskUiName: "sepsis-labels",
    uiTemplate: { content: "<crowd-form><crowd-classifier name='sepsis' categories=\"['yes','no']\" /></crowd-form>" },
    tags,
  });
  new sagemaker.FlowDefinition("labels", {
    flowDefinitionName: "sepsis-labels",
    roleArn: role.arn,
    humanLoopConfig: {
      humanTaskUiArn: labels.arn,
      taskCount: 1,
      taskTitle: "Is this sepsis?",
      taskDescription: "Read the note and decide.",
      // Mistake: charts are read by strangers, for twelve cents.
      workteamArn: "arn:aws:sagemaker:us-east-1:394669845002:workteam/public-crowd/default",
      publicWorkforceTaskPrice: { amountInUsd: { cents: 12 } },
    },
    outputConfig: { s3OutputPath: "s3://sepsis-extracts/labels" },
    tags,
  });

  // Mistake: the secret is under AWS's own key, and gone at once when somebody deletes it.
  const charts = new secretsmanager.Secret("charts", { name: "sepsis/charts", recoveryWindowInDays: 0, tags });
  new secretsmanager.SecretVersion("charts", {
    secretId: charts.id,
    secretString: pulumi.secret("S3psis-Charts-2024"),
  });
}
