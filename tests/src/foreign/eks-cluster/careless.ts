import * as pulumi from "@pulumi/pulumi";
import * as ebs from "@pulumi/aws/ebs";
import * as ec2 from "@pulumi/aws/ec2";
import * as ecr from "@pulumi/aws/ecr";
import * as eks from "@pulumi/aws/eks";
import * as iam from "@pulumi/aws/iam";

const vpcId = "vpc-0a1b2c3d4e5f60718";
const subnetIds = ["subnet-0aa11bb22cc33dd44", "subnet-0ee55ff66aa77bb88"];

/** A cluster as the quick start leaves it, and worse. Comments say where it went wrong. */
export function carelessEksCluster(): void {
  const role = new iam.Role("cluster", {
    assumeRolePolicy: iam.assumeRolePolicyForPrincipal({ Service: "eks.amazonaws.com" }),
  });
  new iam.RolePolicyAttachment("cluster", {
    role: role.name,
    policyArn: "arn:aws:iam::aws:policy/AmazonEKSClusterPolicy",
  });

  const group = new ec2.SecurityGroup("cluster", {
    vpcId,
    description: "cluster",
    // MISTAKE every port from everywhere.
    ingress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }],
    egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }],
  });
  const cluster = new eks.Cluster("clinic", {
    roleArn: role.arn,
    version: "1.33",
    vpcConfig: {
      subnetIds,
      securityGroupIds: [group.id],
      // MISTAKE the API server is open to the internet, and only there.
      endpointPublicAccess: true,
      endpointPrivateAccess: false,
      publicAccessCidrs: ["0.0.0.0/0"],
    },
    // MISTAKE no audit log. MISTAKE no key for secrets.
    enabledClusterLogTypes: ["api"],
  });
  new eks.AccessEntry("developers", {
    clusterName: cluster.name,
    principalArn: "arn:aws:iam::111122223333:role/developers",
  });
  new eks.AccessPolicyAssociation("developers", {
    clusterName: cluster.name,
    principalArn: "arn:aws:iam::111122223333:role/developers",
    policyArn: "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy",
    accessScope: { type: "cluster" },
  });

  const oidc = new iam.OpenIdConnectProvider("clinic", {
    url: cluster.identities.apply(
      ([identity]) => identity?.oidcs?.[0]?.issuer ?? "https://oidc.eks.us-east-1.amazonaws.com/id/EXAMPLE",
    ),
    clientIdLists: ["sts.amazonaws.com"],
  });
  const appRole = new iam.Role("app", {
    // MISTAKE every service account of the cluster may take the role.
    assumeRolePolicy: pulumi.all([oidc.arn, oidc.url]).apply(([arn, url]) =>
      JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { Federated: arn },
            Action: "sts:AssumeRoleWithWebIdentity",
            Condition: { StringLike: { [`${url.replace("https://", "")}:sub`]: "system:serviceaccount:*:*" } },
          },
        ],
      }),
    ),
  });
  new iam.RolePolicy("app", {
    role: appRole.id,
    // MISTAKE all rights on everything.
    policy: JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] }),
  });

  const nodeRole = new iam.Role("nodes", {
    assumeRolePolicy: iam.assumeRolePolicyForPrincipal({ Service: "ec2.amazonaws.com" }),
  });
  [
    "AmazonEKSWorkerNodePolicy",
    "AmazonEKS_CNI_Policy",
    "AmazonEC2ContainerRegistryReadOnly",
    // MISTAKE every pod that reaches the metadata service reads and writes all buckets.
    "AmazonS3FullAccess",
  ].forEach(
    (policy) =>
      new iam.RolePolicyAttachment(`nodes-${policy}`, {
        role: nodeRole.name,
        policyArn: `arn:aws:iam::aws:policy/${policy}`,
      }),
  );
  const template = new ec2.LaunchTemplate("nodes", {
    // MISTAKE IMDSv1. MISTAKE volumes in clear.
    metadataOptions: { httpEndpoint: "enabled", httpTokens: "optional", httpPutResponseHopLimit: 3 },
    blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { volumeSize: 80, encrypted: "false" } }],
  });
  new eks.NodeGroup("nodes", {
    clusterName: cluster.name,
    nodeRoleArn: nodeRole.arn,
    subnetIds,
    scalingConfig: { desiredSize: 2, minSize: 1, maxSize: 4 },
    launchTemplate: { id: template.id, version: pulumi.interpolate`${template.latestVersion}` },
  });
  new eks.NodeGroup("debug", {
    clusterName: cluster.name,
    nodeRoleArn: nodeRole.arn,
    subnetIds,
    scalingConfig: { desiredSize: 1, minSize: 1, maxSize: 1 },
    // MISTAKE SSH to the nodes from everywhere: no source group is named. MISTAKE no template that encrypts volumes.
    remoteAccess: { ec2SshKey: "ops-laptop" },
  });
  new eks.Addon("ebs-csi", { clusterName: cluster.name, addonName: "aws-ebs-csi-driver" });

  // MISTAKE a volume for the database of the pods, in clear and without backups.
  new ebs.Volume("postgres", { availabilityZone: "us-east-1a", size: 200, type: "gp3" });

  // MISTAKE images may be replaced and are never scanned; MISTAKE the world may pull and push.
  const repository = new ecr.Repository("app", { name: "clinic/app", imageTagMutability: "MUTABLE" });
  new ecr.RepositoryPolicy("app", {
    repository: repository.name,
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: "*",
          Action: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer", "ecr:PutImage"],
        },
      ],
    }),
  });
}
