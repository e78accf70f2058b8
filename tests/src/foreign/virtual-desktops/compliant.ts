import * as appstream from "@pulumi/aws/appstream";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as directoryservice from "@pulumi/aws/directoryservice";
import * as ec2 from "@pulumi/aws/ec2";
import * as fsx from "@pulumi/aws/fsx";
import * as iam from "@pulumi/aws/iam";
import * as kms from "@pulumi/aws/kms";
import * as secretsmanager from "@pulumi/aws/secretsmanager";
import * as sns from "@pulumi/aws/sns";
import * as vpc from "@pulumi/aws/vpc";
import * as workspaces from "@pulumi/aws/workspaces";
import * as pulumi from "@pulumi/pulumi";

const account = "111122223333";
const region = "us-east-1";
const tag = (Name: string) => ({ Name, App: "billing-desktops", Env: "prod", BackupPlan: "daily" });

/**
 * Desktops of a billing company: WorkSpaces for staff and AppStream for the coders' encoder application, both in one
 * Microsoft AD, profiles and shares on FSx. Desktops leave through NAT; nothing comes in but from the offices.
 */
export function compliant(): void {
  const keys = makeKeys();
  const net = makeNetwork(keys.logs);
  const directory = makeDirectory(net, keys);
  makeShares(net, directory, keys);
  makeWorkspaces(net, directory, keys);
  makeEncoder(net);
  makeAlarms(directory, keys);
}

function makeKeys(): { readonly data: kms.Key; readonly logs: kms.Key } {
  const root = {
    Sid: "Root",
    Effect: "Allow",
    Principal: { AWS: `arn:aws:iam::${account}:root` },
    Action: "kms:*",
    Resource: "*",
  };
  const data = new kms.Key("vdi-data", {
    description: "Desktop volumes and shares",
    enableKeyRotation: true,
    deletionWindowInDays: 30,
    policy: JSON.stringify({ Version: "2012-10-17", Statement: [root] }),
    tags: tag("vdi-data"),
  });
  new kms.Alias("vdi-data", { name: "alias/vdi-data", targetKeyId: data.keyId });
  const logs = new kms.Key("vdi-logs", {
    description: "Logs and alarms of desktops",
    enableKeyRotation: true,
    deletionWindowInDays: 30,
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        root,
        {
          Sid: "CloudWatchLogs",
          Effect: "Allow",
          Principal: { Service: `logs.${region}.amazonaws.com` },
          Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
          Resource: "*",
          Condition: {
            ArnLike: { "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:${region}:${account}:log-group:*` },
          },
        },
        {
          Sid: "Alarms",
          Effect: "Allow",
          Principal: { Service: "cloudwatch.amazonaws.com" },
          Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
          Resource: "*",
          Condition: { StringEquals: { "aws:SourceAccount": account } },
        },
      ],
    }),
    tags: tag("vdi-logs"),
  });
  new kms.Alias("vdi-logs", { name: "alias/vdi-logs", targetKeyId: logs.keyId });
  return { data, logs };
}

type Keys = ReturnType<typeof makeKeys>;

function makeLogGroup(resourceName: string, name: string, key: kms.Key): cloudwatch.LogGroup {
  return new cloudwatch.LogGroup(resourceName, {
    name,
    retentionInDays: 2192,
    kmsKeyId: key.arn,
    tags: tag(resourceName),
  });
}

/** Two zones; desktops and servers in private subnets, one NAT gateway for each zone. */
function makeNetwork(logKey: kms.Key) {
  const network = new ec2.Vpc("vdi", {
    cidrBlock: "10.60.0.0/16",
    enableDnsHostnames: true,
    enableDnsSupport: true,
    tags: tag("vdi"),
  });
  new ec2.DefaultSecurityGroup("vdi", { vpcId: network.id, tags: tag("vdi-default-unused") });
  const internet = new ec2.InternetGateway("vdi", { vpcId: network.id, tags: tag("vdi") });
  const publicTable = new ec2.RouteTable("vdi-public", { vpcId: network.id, tags: tag("vdi-public") });
  new ec2.Route("vdi-public", {
    routeTableId: publicTable.id,
    destinationCidrBlock: "0.0.0.0/0",
    gatewayId: internet.id,
  });
  const privateSubnets: ec2.Subnet[] = [];
  const privateTables: ec2.RouteTable[] = [];
  for (const [index, zone] of ["a", "b"].entries()) {
    const edge = new ec2.Subnet(`vdi-public-${zone}`, {
      vpcId: network.id,
      availabilityZone: `${region}${zone}`,
      cidrBlock: `10.60.${index}.0/24`,
      mapPublicIpOnLaunch: false,
      tags: tag(`vdi-public-${zone}`),
    });
    new ec2.RouteTableAssociation(`vdi-public-${zone}`, { subnetId: edge.id, routeTableId: publicTable.id });
    const address = new ec2.Eip(`vdi-nat-${zone}`, { domain: "vpc", tags: tag(`vdi-nat-${zone}`) });
    const nat = new ec2.NatGateway(
      `vdi-${zone}`,
      { subnetId: edge.id, allocationId: address.id, tags: tag(`vdi-${zone}`) },
      { dependsOn: [internet] },
    );
    const table = new ec2.RouteTable(`vdi-private-${zone}`, { vpcId: network.id, tags: tag(`vdi-private-${zone}`) });
    new ec2.Route(`vdi-private-${zone}`, {
      routeTableId: table.id,
      destinationCidrBlock: "0.0.0.0/0",
      natGatewayId: nat.id,
    });
    const inside = new ec2.Subnet(`vdi-private-${zone}`, {
      vpcId: network.id,
      availabilityZone: `${region}${zone}`,
      cidrBlock: `10.60.${16 + 8 * index}.0/21`,
      tags: tag(`vdi-private-${zone}`),
    });
    new ec2.RouteTableAssociation(`vdi-private-${zone}`, { subnetId: inside.id, routeTableId: table.id });
    privateSubnets.push(inside);
    privateTables.push(table);
  }
  new ec2.VpcEndpoint("vdi-s3", {
    vpcId: network.id,
    serviceName: `com.amazonaws.${region}.s3`,
    routeTableIds: privateTables.map(({ id }) => id),
    tags: tag("vdi-s3"),
  });

  const logs = makeLogGroup("vdi-flow", "/vdi/flow", logKey);
  const role = new iam.Role("vdi-flow", {
    assumeRolePolicy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "vpc-flow-logs.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: { StringEquals: { "aws:SourceAccount": account } },
        },
      ],
    }),
    tags: tag("vdi-flow"),
  });
  new iam.RolePolicy("vdi-flow", {
    role: role.name,
    policy: logs.arn.apply((arn) =>
      JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          { Effect: "Allow", Action: ["logs:CreateLogStream", "logs:PutLogEvents"], Resource: `${arn}:*` },
          { Effect: "Allow", Action: ["logs:DescribeLogStreams"], Resource: arn },
        ],
      }),
    ),
  });
  new ec2.FlowLog("vdi", {
    vpcId: network.id,
    trafficType: "ALL",
    logDestinationType: "cloud-watch-logs",
    logDestination: logs.arn,
    iamRoleArn: role.arn,
    tags: tag("vdi"),
  });

  const desktops = new ec2.SecurityGroup("vdi-desktops", {
    vpcId: network.id,
    description: "WorkSpaces and AppStream instances",
    tags: tag("vdi-desktops"),
  });
  new vpc.SecurityGroupEgressRule("vdi-desktops-web", {
    securityGroupId: desktops.id,
    description: "HTTPS, filtered by the proxy of the offices",
    ipProtocol: "tcp",
    fromPort: 443,
    toPort: 443,
    cidrIpv4: "0.0.0.0/0",
  });
  new vpc.SecurityGroupEgressRule("vdi-desktops-inside", {
    securityGroupId: desktops.id,
    description: "Domain controllers and shares",
    ipProtocol: "-1",
    cidrIpv4: "10.60.0.0/16",
  });
  return { network, privateSubnets, desktops };
}

type Net = ReturnType<typeof makeNetwork>;

function makeDirectory(net: Net, keys: Keys): directoryservice.Directory {
  // Generated once; afterwards the directory's administrators change it and Pulumi leaves it alone.
  const password = pulumi.secret(
    secretsmanager.getRandomPasswordOutput({ passwordLength: 40, requireEachIncludedType: true }).randomPassword,
  );
  const kept = new secretsmanager.Secret("vdi-directory-admin", {
    name: "vdi/directory-admin",
    description: "First password of the directory's administrator",
    kmsKeyId: keys.data.arn,
    tags: tag("vdi-directory-admin"),
  });
  new secretsmanager.SecretVersion(
    "vdi-directory-admin",
    { secretId: kept.id, secretString: password },
    ignorePassword,
  );
  const directory = new directoryservice.Directory(
    "vdi",
    {
      name: "corp.billing.example.org",
      shortName: "CORP",
      type: "MicrosoftAD",
      edition: "Standard",
      password,
      vpcSettings: { vpcId: net.network.id, subnetIds: net.privateSubnets.map(({ id }) => id) },
      tags: tag("vdi"),
    },
    { ignoreChanges: ["password"], protect: true },
  );
  const logs = makeLogGroup("vdi-directory", "/aws/directoryservice/vdi", keys.logs);
  new cloudwatch.LogResourcePolicy("vdi-directory", {
    policyName: "vdi-directory",
    policyDocument: pulumi.jsonStringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "ds.amazonaws.com" },
          Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
          Resource: pulumi.interpolate`${logs.arn}:*`,
          Condition: { StringEquals: { "aws:SourceAccount": account } },
        },
      ],
    }),
  });
  new directoryservice.LogSubscription("vdi", { directoryId: directory.id, logGroupName: logs.name });
  return directory;
}

const ignorePassword = { ignoreChanges: ["secretString"] };

function makeShares(net: Net, directory: directoryservice.Directory, keys: Keys): void {
  const group = new ec2.SecurityGroup("vdi-shares", {
    vpcId: net.network.id,
    description: "Shares and profiles",
    tags: tag("vdi-shares"),
  });
  new vpc.SecurityGroupIngressRule("vdi-shares-smb", {
    securityGroupId: group.id,
    referencedSecurityGroupId: net.desktops.id,
    description: "SMB from desktops",
    ipProtocol: "tcp",
    fromPort: 445,
    toPort: 445,
  });
  new vpc.SecurityGroupEgressRule("vdi-shares-domain", {
    securityGroupId: group.id,
    cidrIpv4: "10.60.0.0/16",
    description: "Domain controllers",
    ipProtocol: "-1",
  });
  const audit = makeLogGroup("vdi-shares-audit", "/aws/fsx/vdi-audit", keys.logs);
  new fsx.WindowsFileSystem(
    "vdi-shares",
    {
      activeDirectoryId: directory.id,
      deploymentType: "MULTI_AZ_1",
      preferredSubnetId: net.privateSubnets[0]?.id ?? "",
      subnetIds: net.privateSubnets.map(({ id }) => id),
      securityGroupIds: [group.id],
      storageCapacity: 2048,
      storageType: "SSD",
      throughputCapacity: 64,
      kmsKeyId: keys.data.arn,
      automaticBackupRetentionDays: 35,
      dailyAutomaticBackupStartTime: "03:00",
      copyTagsToBackups: true,
      skipFinalBackup: false,
      auditLogConfiguration: {
        auditLogDestination: audit.arn,
        fileAccessAuditLogLevel: "SUCCESS_AND_FAILURE",
        fileShareAccessAuditLogLevel: "SUCCESS_AND_FAILURE",
      },
      tags: tag("vdi-shares"),
    },
    { protect: true },
  );
}

function makeWorkspaces(net: Net, directory: directoryservice.Directory, keys: Keys): void {
  // WorkSpaces looks for a role of this very name.
  const role = new iam.Role("workspaces", {
    name: "workspaces_DefaultRole",
    assumeRolePolicy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "workspaces.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: { StringEquals: { "aws:SourceAccount": account } },
        },
      ],
    }),
    tags: tag("workspaces"),
  });
  const attached = ["AmazonWorkSpacesServiceAccess", "AmazonWorkSpacesSelfServiceAccess"].map(
    (name) =>
      new iam.RolePolicyAttachment(`workspaces-${name}`, {
        role: role.name,
        policyArn: `arn:aws:iam::aws:policy/${name}`,
      }),
  );
  const offices = new workspaces.IpGroup("vdi-offices", {
    name: "offices",
    description: "Offices and the VPN of staff",
    rules: [
      { source: "198.51.100.0/26", description: "Dayton" },
      { source: "203.0.113.16/28", description: "Tulsa" },
    ],
    tags: tag("vdi-offices"),
  });
  const registered = new workspaces.Directory(
    "vdi",
    {
      directoryId: directory.id,
      subnetIds: net.privateSubnets.map(({ id }) => id),
      ipGroupIds: [offices.id],
      samlProperties: {
        status: "ENABLED",
        userAccessUrl: "https://login.billing.example.org/workspaces",
        relayStateParameterName: "RelayState",
      },
      selfServicePermissions: {
        changeComputeType: false,
        increaseVolumeSize: false,
        rebuildWorkspace: false,
        restartWorkspace: true,
        switchRunningMode: false,
      },
      workspaceAccessProperties: {
        deviceTypeAndroid: "DENY",
        deviceTypeChromeos: "DENY",
        deviceTypeIos: "DENY",
        deviceTypeLinux: "DENY",
        deviceTypeOsx: "ALLOW",
        deviceTypeWeb: "DENY",
        deviceTypeWindows: "ALLOW",
        deviceTypeZeroclient: "DENY",
      },
      workspaceCreationProperties: {
        customSecurityGroupId: net.desktops.id,
        defaultOu: "OU=Desktops,DC=corp,DC=billing,DC=example,DC=org",
        enableInternetAccess: false,
        enableMaintenanceMode: true,
        userEnabledAsLocalAdministrator: false,
      },
      tags: tag("vdi"),
    },
    { dependsOn: attached },
  );
  for (const userName of ["biller01", "biller02", "supervisor01"]) {
    new workspaces.Workspace(`vdi-${userName}`, {
      directoryId: registered.id,
      bundleId: "wsb-clj85qzj1",
      userName,
      rootVolumeEncryptionEnabled: true,
      userVolumeEncryptionEnabled: true,
      volumeEncryptionKey: keys.data.arn,
      workspaceProperties: {
        computeTypeName: "STANDARD",
        rootVolumeSizeGib: 80,
        userVolumeSizeGib: 50,
        runningMode: "AUTO_STOP",
        runningModeAutoStopTimeoutInMinutes: 60,
      },
      tags: tag(`vdi-${userName}`),
    });
  }
}

/** The encoder application: streamed through an endpoint in the VPC, with no way for data to leave the session. */
function makeEncoder(net: Net): void {
  const group = new ec2.SecurityGroup("vdi-streaming", {
    vpcId: net.network.id,
    description: "Streaming endpoint of AppStream",
    tags: tag("vdi-streaming"),
  });
  for (const [name, fromPort, toPort] of [
    ["https", 443, 443],
    ["streaming", 1400, 1499],
  ] as const) {
    new vpc.SecurityGroupIngressRule(`vdi-streaming-${name}`, {
      securityGroupId: group.id,
      cidrIpv4: "10.0.0.0/8",
      description: "From the offices, over the transit gateway",
      ipProtocol: "tcp",
      fromPort,
      toPort,
    });
  }
  const endpoint = new ec2.VpcEndpoint("vdi-streaming", {
    vpcId: net.network.id,
    serviceName: `com.amazonaws.${region}.appstream.streaming`,
    vpcEndpointType: "Interface",
    privateDnsEnabled: true,
    subnetIds: net.privateSubnets.map(({ id }) => id),
    securityGroupIds: [group.id],
    tags: tag("vdi-streaming"),
  });
  const stack = new appstream.Stack("vdi-encoder", {
    name: "encoder",
    displayName: "Encoder",
    accessEndpoints: [{ endpointType: "STREAMING", vpceId: endpoint.id }],
    applicationSettings: { enabled: true, settingsGroup: "encoder" },
    storageConnectors: [{ connectorType: "HOMEFOLDERS" }],
    userSettings: [
      { action: "CLIPBOARD_COPY_FROM_LOCAL_DEVICE", permission: "ENABLED" },
      { action: "CLIPBOARD_COPY_TO_LOCAL_DEVICE", permission: "DISABLED" },
      { action: "FILE_DOWNLOAD", permission: "DISABLED" },
      { action: "FILE_UPLOAD", permission: "DISABLED" },
      { action: "PRINTING_TO_LOCAL_DEVICE", permission: "DISABLED" },
      { action: "DOMAIN_PASSWORD_SIGNIN", permission: "ENABLED" },
    ],
    tags: tag("vdi-encoder"),
  });
  const fleet = new appstream.Fleet("vdi-encoder", {
    name: "encoder",
    instanceType: "stream.standard.large",
    fleetType: "ON_DEMAND",
    imageName: "encoder-2024-10",
    computeCapacity: { desiredInstances: 4 },
    enableDefaultInternetAccess: false,
    idleDisconnectTimeoutInSeconds: 600,
    disconnectTimeoutInSeconds: 900,
    maxUserDurationInSeconds: 36_000,
    domainJoinInfo: {
      directoryName: "corp.billing.example.org",
      organizationalUnitDistinguishedName: "OU=Fleets,DC=corp,DC=billing,DC=example,DC=org",
    },
    vpcConfig: { subnetIds: net.privateSubnets.map(({ id }) => id), securityGroupIds: [net.desktops.id] },
    tags: tag("vdi-encoder"),
  });
  new appstream.FleetStackAssociation("vdi-encoder", { fleetName: fleet.name, stackName: stack.name });
}

function makeAlarms(directory: directoryservice.Directory, keys: Keys): void {
  const topic = new sns.Topic("vdi-alarms", { kmsMasterKeyId: keys.logs.id, tags: tag("vdi-alarms") });
  new sns.TopicPolicy("vdi-alarms", {
    arn: topic.arn,
    policy: topic.arn.apply((arn) =>
      JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "Alarms",
            Effect: "Allow",
            Principal: { Service: "cloudwatch.amazonaws.com" },
            Action: "sns:Publish",
            Resource: arn,
            Condition: { StringEquals: { "aws:SourceAccount": account } },
          },
          {
            Sid: "TlsOnly",
            Effect: "Deny",
            Principal: "*",
            Action: "sns:Publish",
            Resource: arn,
            Condition: { Bool: { "aws:SecureTransport": "false" } },
          },
        ],
      }),
    ),
  });
  new cloudwatch.MetricAlarm("vdi-unhealthy", {
    alarmDescription: "Desktops are unhealthy",
    namespace: "AWS/WorkSpaces",
    metricName: "Unhealthy",
    dimensions: { DirectoryId: directory.id },
    statistic: "Maximum",
    period: 900,
    evaluationPeriods: 2,
    threshold: 0,
    comparisonOperator: "GreaterThanThreshold",
    alarmActions: [topic.arn],
    tags: tag("vdi-unhealthy"),
  });
}
