import * as pulumi from "@pulumi/pulumi";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as ec2 from "@pulumi/aws/ec2";
import * as ecr from "@pulumi/aws/ecr";
import * as eks from "@pulumi/aws/eks";
import * as iam from "@pulumi/aws/iam";
import * as kms from "@pulumi/aws/kms";
import * as s3 from "@pulumi/aws/s3";

const account = "111122223333";
const region = "us-east-1";

const privateSubnetIds = ["subnet-0aa11bb22cc33dd44", "subnet-0ee55ff66aa77bb88", "subnet-0123456789abcdef0"];
const clusterName = "imaging-prod";
const tags = { "clinic:system": "imaging", "clinic:env": "prod", "clinic:data": "phi", "managed-by": "pulumi" };

/** A Kubernetes cluster for image viewers: managed nodes, roles for service accounts, private images, encrypted volumes. */
export function compliantEksCluster(): void {
  const { dataKey, logKey } = keys();

  // The log group comes first, or EKS makes one without key and retention.
  const logs = new cloudwatch.LogGroup("control-plane", {
    name: `/aws/eks/${clusterName}/cluster`,
    retentionInDays: 2192,
    kmsKeyId: logKey.arn,
    tags,
  });
  const clusterRole = serviceRole("cluster", "eks.amazonaws.com", ["sts:AssumeRole", "sts:TagSession"]);
  const clusterPolicy = attach("cluster", clusterRole, "arn:aws:iam::aws:policy/AmazonEKSClusterPolicy");
  const cluster = new eks.Cluster(
    "imaging",
    {
      name: clusterName,
      version: "1.33",
      roleArn: clusterRole.arn,
      deletionProtection: true,
      enabledClusterLogTypes: ["api", "audit", "authenticator", "controllerManager", "scheduler"],
      encryptionConfig: { provider: { keyArn: dataKey.arn }, resources: ["secrets"] },
      accessConfig: { authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: false },
      vpcConfig: { subnetIds: privateSubnetIds, endpointPrivateAccess: true, endpointPublicAccess: false },
      upgradePolicy: { supportType: "STANDARD" },
      tags,
    },
    { dependsOn: [logs, clusterPolicy], protect: true },
  );

  // Who may do what: the platform team through its SSO role, nobody by the role that created the cluster.
  const platform = new eks.AccessEntry("platform", {
    clusterName: cluster.name,
    principalArn: `arn:aws:iam::${account}:role/platform-engineers`,
    type: "STANDARD",
    tags,
  });
  new eks.AccessPolicyAssociation("platform", {
    clusterName: cluster.name,
    principalArn: platform.principalArn,
    policyArn: "arn:aws:eks::aws:cluster-access-policy/AmazonEKSAdminPolicy",
    accessScope: { type: "namespace", namespaces: ["viewer", "monitoring"] },
  });

  // Roles for service accounts.
  const oidc = new iam.OpenIdConnectProvider("imaging", {
    url: cluster.identities.apply(
      ([identity]) => identity?.oidcs?.[0]?.issuer ?? "https://oidc.eks.us-east-1.amazonaws.com/id/EXAMPLE",
    ),
    clientIdLists: ["sts.amazonaws.com"],
    tags,
  });
  const irsa = (name: string, namespace: string, serviceAccount: string): iam.Role =>
    new iam.Role(name, {
      assumeRolePolicy: pulumi.all([oidc.arn, oidc.url]).apply(([arn, url]) => {
        const issuer = url.replace("https://", "");
        return JSON.stringify({
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Principal: { Federated: arn },
              Action: "sts:AssumeRoleWithWebIdentity",
              Condition: {
                StringEquals: {
                  [`${issuer}:sub`]: `system:serviceaccount:${namespace}:${serviceAccount}`,
                  [`${issuer}:aud`]: "sts.amazonaws.com",
                },
              },
            },
          ],
        });
      }),
      tags,
    });
  const cniRole = irsa("vpc-cni", "kube-system", "aws-node");
  attach("vpc-cni", cniRole, "arn:aws:iam::aws:policy/AmazonEKS_CNI_Policy");
  const ebsRole = irsa("ebs-csi", "kube-system", "ebs-csi-controller-sa");
  attach("ebs-csi", ebsRole, "arn:aws:iam::aws:policy/service-role/AmazonEBSCSIDriverPolicy");
  new iam.RolePolicy("ebs-csi-key", {
    role: ebsRole.id,
    policy: dataKey.arn.apply((arn) =>
      JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Action: ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"],
            Resource: arn,
            Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
          },
          {
            Effect: "Allow",
            Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
            Resource: arn,
          },
        ],
      }),
    ),
  });

  const studies = studiesBucket(dataKey);
  const viewerRole = irsa("viewer", "viewer", "viewer");
  new iam.RolePolicy("viewer-studies", {
    role: viewerRole.id,
    policy: pulumi.all([studies.arn, dataKey.arn]).apply(([bucket, key]) =>
      JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          { Effect: "Allow", Action: ["s3:GetObject"], Resource: `${bucket}/studies/*` },
          { Effect: "Allow", Action: ["kms:Decrypt"], Resource: key },
        ],
      }),
    ),
  });

  // Nodes.
  const nodeRole = serviceRole("nodes", "ec2.amazonaws.com");
  const nodePolicies = [
    attach("nodes-worker", nodeRole, "arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy"),
    attach("nodes-pull", nodeRole, "arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly"),
    attach("nodes-ssm", nodeRole, "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"),
  ];
  const template = new ec2.LaunchTemplate("nodes", {
    updateDefaultVersion: true,
    metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
    // Bottlerocket keeps its system on the first volume, and images and what containers write on the second.
    blockDeviceMappings: ["/dev/xvda", "/dev/xvdb"].map((deviceName) => ({
      deviceName,
      ebs: {
        encrypted: "true",
        kmsKeyId: dataKey.arn,
        volumeSize: 100,
        volumeType: "gp3",
        deleteOnTermination: "true",
      },
    })),
    monitoring: { enabled: true },
    tagSpecifications: ["instance", "volume"].map((resourceType) => ({ resourceType, tags })),
    tags,
  });
  const nodes = new eks.NodeGroup(
    "viewers",
    {
      clusterName: cluster.name,
      nodeRoleArn: nodeRole.arn,
      subnetIds: privateSubnetIds,
      amiType: "BOTTLEROCKET_x86_64",
      instanceTypes: ["m7i.xlarge"],
      capacityType: "ON_DEMAND",
      scalingConfig: { desiredSize: 3, minSize: 3, maxSize: 9 },
      updateConfig: { maxUnavailable: 1 },
      launchTemplate: { id: template.id, version: pulumi.interpolate`${template.latestVersion}` },
      tags,
    },
    { dependsOn: nodePolicies },
  );
  for (const { name, role } of [
    { name: "vpc-cni", role: cniRole },
    { name: "aws-ebs-csi-driver", role: ebsRole },
    { name: "coredns", role: undefined },
    { name: "kube-proxy", role: undefined },
  ]) {
    new eks.Addon(
      name,
      {
        clusterName: cluster.name,
        addonName: name,
        ...(role ? { serviceAccountRoleArn: role.arn } : {}),
        resolveConflictsOnUpdate: "PRESERVE",
        tags,
      },
      { dependsOn: [nodes] },
    );
  }

  // Images.
  for (const name of ["viewer", "gateway"]) {
    const repository = new ecr.Repository(`image-${name}`, {
      name: `imaging/${name}`,
      imageTagMutability: "IMMUTABLE",
      imageScanningConfiguration: { scanOnPush: true },
      encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: dataKey.arn }],
      tags,
    });
    new ecr.LifecyclePolicy(`image-${name}`, {
      repository: repository.name,
      policy: JSON.stringify({
        rules: [
          {
            rulePriority: 1,
            description: "untagged images go after two weeks",
            selection: { tagStatus: "untagged", countType: "sinceImagePushed", countUnit: "days", countNumber: 14 },
            action: { type: "expire" },
          },
        ],
      }),
    });
  }
}

function serviceRole(name: string, service: string, actions: string[] = ["sts:AssumeRole"]): iam.Role {
  return new iam.Role(name, {
    assumeRolePolicy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { Service: service }, Action: actions }],
    }),
    tags,
  });
}

function attach(name: string, role: iam.Role, policyArn: string): iam.RolePolicyAttachment {
  return new iam.RolePolicyAttachment(name, { role: role.name, policyArn });
}

function keys(): { dataKey: kms.Key; logKey: kms.Key } {
  const root = {
    Effect: "Allow",
    Principal: { AWS: `arn:aws:iam::${account}:root` },
    Action: "kms:*",
    Resource: "*",
  };
  const autoScaling = `arn:aws:iam::${account}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`;
  const dataKey = new kms.Key("data", {
    description: "Imaging: secrets, volumes, images, studies",
    enableKeyRotation: true,
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        root,
        {
          Effect: "Allow",
          Principal: { AWS: autoScaling },
          Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
          Resource: "*",
        },
        {
          Effect: "Allow",
          Principal: { AWS: autoScaling },
          Action: "kms:CreateGrant",
          Resource: "*",
          Condition: { Bool: { "kms:GrantIsForAWSResource": true } },
        },
      ],
    }),
    tags,
  });
  const logKey = new kms.Key("logs", {
    description: "Imaging: logs",
    enableKeyRotation: true,
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        root,
        {
          Effect: "Allow",
          Principal: { Service: `logs.${region}.amazonaws.com` },
          Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
          Resource: "*",
          Condition: {
            ArnEquals: {
              "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:${region}:${account}:log-group:/aws/eks/${clusterName}/cluster`,
            },
          },
        },
      ],
    }),
    tags,
  });
  new kms.Alias("data", { name: "alias/imaging-data", targetKeyId: dataKey.id });
  new kms.Alias("logs", { name: "alias/imaging-logs", targetKeyId: logKey.id });
  return { dataKey, logKey };
}

function studiesBucket(key: kms.Key): s3.Bucket {
  const bucket = new s3.Bucket("studies", { bucket: `imaging-studies-${account}`, tags }, { protect: true });
  new s3.BucketPublicAccessBlock("studies", {
    bucket: bucket.id,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  new s3.BucketVersioning("studies", { bucket: bucket.id, versioningConfiguration: { status: "Enabled" } });
  new s3.BucketServerSideEncryptionConfiguration("studies", {
    bucket: bucket.id,
    rules: [
      {
        applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn },
        bucketKeyEnabled: true,
      },
    ],
  });
  new s3.BucketLogging("studies", {
    bucket: bucket.id,
    targetBucket: `central-access-logs-${account}`,
    targetPrefix: "studies/",
  });
  new s3.BucketPolicy("studies", {
    bucket: bucket.id,
    policy: pulumi.interpolate`{
      "Version": "2012-10-17",
      "Statement": [{
        "Sid": "TlsOnly",
        "Effect": "Deny",
        "Principal": "*",
        "Action": "s3:*",
        "Resource": ["${bucket.arn}", "${bucket.arn}/*"],
        "Condition": { "Bool": { "aws:SecureTransport": "false" } }
      }]
    }`,
  });
  return bucket;
}
