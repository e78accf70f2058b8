import * as appstream from "@pulumi/aws/appstream";
import * as directoryservice from "@pulumi/aws/directoryservice";
import * as ec2 from "@pulumi/aws/ec2";
import * as fsx from "@pulumi/aws/fsx";
import * as iam from "@pulumi/aws/iam";
import * as s3 from "@pulumi/aws/s3";
import * as ssm from "@pulumi/aws/ssm";
import * as workspaces from "@pulumi/aws/workspaces";

/** The same desktops, as a contractor left them. */
export function careless(): void {
  const network = new ec2.Vpc("desk", { cidrBlock: "10.80.0.0/16", tags: { Name: "desk" } });
  // Mistake: the default group keeps AWS's rules, and the network keeps no flow log.
  const internet = new ec2.InternetGateway("desk", { vpcId: network.id });
  const table = new ec2.RouteTable("desk", {
    vpcId: network.id,
    routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: internet.id }],
  });
  const subnets = ["a", "b"].map((zone, index) => {
    const subnet = new ec2.Subnet(`desk-${zone}`, {
      vpcId: network.id,
      availabilityZone: `us-east-1${zone}`,
      cidrBlock: `10.80.${index}.0/24`,
      // Mistake: public addresses for whatever starts here, the file server among it.
      mapPublicIpOnLaunch: true,
    });
    new ec2.RouteTableAssociation(`desk-${zone}`, { subnetId: subnet.id, routeTableId: table.id });
    return subnet;
  });
  const subnetIds = subnets.map(({ id }) => id);
  const group = new ec2.SecurityGroup("desk", {
    vpcId: network.id,
    description: "Desktops and shares",
    ingress: [
      // Mistake: remote desktops for the whole internet, over IPv6 as well.
      { protocol: "tcp", fromPort: 3389, toPort: 3389, cidrBlocks: ["0.0.0.0/0"], ipv6CidrBlocks: ["::/0"] },
      // Mistake: and shares.
      { protocol: "tcp", fromPort: 445, toPort: 445, cidrBlocks: ["0.0.0.0/0"] },
      // Mistake: and telnet to the old print server.
      { protocol: "tcp", fromPort: 23, toPort: 23, cidrBlocks: ["10.0.0.0/8"] },
    ],
    egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }],
  });

  const directory = new directoryservice.Directory("desk", {
    name: "desk.example.org",
    // Mistake: a Simple AD, which is not eligible for PHI.
    type: "SimpleAD",
    size: "Small",
    password: "Welcome-To-Desk-1",
    vpcSettings: { vpcId: network.id, subnetIds },
  });
  // Mistake: a Microsoft AD beside it, whose security log goes nowhere.
  const accounts = new directoryservice.Directory("accounts", {
    name: "accounts.example.org",
    type: "MicrosoftAD",
    edition: "Standard",
    password: "Welcome-To-Accounts-1",
    vpcSettings: { vpcId: network.id, subnetIds },
  });
  // Mistake: the second factor goes over a protocol that shows the password.
  new directoryservice.RadiusSettings("accounts", {
    directoryId: accounts.id,
    authenticationProtocol: "PAP",
    displayLabel: "token",
    radiusPort: 1812,
    radiusRetries: 3,
    radiusServers: ["10.80.0.50"],
    radiusTimeout: 10,
    sharedSecret: "radius-shared-1",
  });
  new ssm.Parameter("accounts-admin", {
    name: "/desk/accounts/admin-password",
    // Mistake: the administrator's password for all to read.
    type: "String",
    value: "Welcome-To-Accounts-1",
  });

  // Mistake: shares without a key, without audit, with a day of backups.
  new fsx.WindowsFileSystem("shares", {
    activeDirectoryId: accounts.id,
    deploymentType: "SINGLE_AZ_2",
    subnetIds: [subnetIds[0] ?? ""],
    securityGroupIds: [group.id],
    storageCapacity: 300,
    throughputCapacity: 32,
    automaticBackupRetentionDays: 1,
    skipFinalBackup: true,
  });
  // Mistake: scans of charts on a scratch file system.
  new fsx.LustreFileSystem("scans", {
    deploymentType: "SCRATCH_2",
    storageCapacity: 1200,
    subnetIds: subnetIds[0] ?? "",
  });

  const role = new iam.Role("workspaces", {
    name: "workspaces_DefaultRole",
    assumeRolePolicy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { Service: "workspaces.amazonaws.com" }, Action: "sts:AssumeRole" }],
    }),
  });
  const attached = new iam.RolePolicyAttachment("workspaces", {
    role: role.name,
    // Mistake: everything in EC2 for a service that makes network interfaces.
    policyArn: "arn:aws:iam::aws:policy/AmazonEC2FullAccess",
  });
  const anywhere = new workspaces.IpGroup("anywhere", {
    name: "anywhere",
    // Mistake: two halves that make the whole internet.
    rules: [{ source: "0.0.0.0/1" }, { source: "128.0.0.0/1" }],
  });
  const registered = new workspaces.Directory(
    "desk",
    {
      directoryId: directory.id,
      subnetIds,
      ipGroupIds: [anywhere.id],
      // Mistake: a password is enough, and users may grow their volumes.
      selfServicePermissions: { increaseVolumeSize: true, rebuildWorkspace: true },
      // Mistake: from any browser.
      workspaceAccessProperties: { deviceTypeWeb: "ALLOW", deviceTypeWindows: "ALLOW" },
      workspaceCreationProperties: {
        customSecurityGroupId: group.id,
        // Mistake: public addresses, and users who are administrators.
        enableInternetAccess: true,
        userEnabledAsLocalAdministrator: true,
      },
    },
    { dependsOn: [attached] },
  );
  new workspaces.Workspace("desk-1", {
    directoryId: registered.id,
    bundleId: "wsb-clj85qzj1",
    userName: "desk1",
    // Mistake: the user volume, with downloads of charts, is not encrypted.
    rootVolumeEncryptionEnabled: true,
    workspaceProperties: { runningMode: "ALWAYS_ON" },
  });
  new workspaces.Workspace("desk-2", {
    directoryId: registered.id,
    bundleId: "wsb-clj85qzj1",
    userName: "desk2",
    // Mistake: neither volume is.
    rootVolumeEncryptionEnabled: false,
    userVolumeEncryptionEnabled: false,
  });
  new workspaces.Workspace("desk-3", {
    directoryId: registered.id,
    bundleId: "wsb-clj85qzj1",
    userName: "desk3",
    rootVolumeEncryptionEnabled: true,
    userVolumeEncryptionEnabled: true,
    // Mistake: under AWS's own key.
    volumeEncryptionKey: "alias/aws/workspaces",
  });

  const builder = new appstream.ImageBuilder("encoder", {
    name: "encoder-builder",
    instanceType: "stream.standard.large",
    imageName: "AppStream-WinServer2019-09-05-2023",
    // Mistake: the image is built on the open internet.
    enableDefaultInternetAccess: true,
    vpcConfig: { subnetIds: [subnetIds[0] ?? ""], securityGroupIds: [group.id] },
  });
  const stack = new appstream.Stack("encoder", {
    name: "encoder",
    // Mistake: sessions keep files in someone's Google Drive, and let everything out by clipboard, download and printer.
    storageConnectors: [
      { connectorType: "HOMEFOLDERS" },
      { connectorType: "GOOGLE_DRIVE", domains: ["coders.example.com"] },
    ],
    userSettings: [
      { action: "CLIPBOARD_COPY_FROM_LOCAL_DEVICE", permission: "ENABLED" },
      { action: "CLIPBOARD_COPY_TO_LOCAL_DEVICE", permission: "ENABLED" },
      { action: "FILE_DOWNLOAD", permission: "ENABLED" },
      { action: "FILE_UPLOAD", permission: "ENABLED" },
      { action: "PRINTING_TO_LOCAL_DEVICE", permission: "ENABLED" },
    ],
    // Mistake: streamed over the public endpoint.
  });
  const fleet = new appstream.Fleet(
    "encoder",
    {
      name: "encoder",
      instanceType: "stream.standard.large",
      imageName: "encoder",
      computeCapacity: { desiredInstances: 2 },
      // Mistake: instances with the internet of their own, that nobody's absence ends.
      enableDefaultInternetAccess: true,
      idleDisconnectTimeoutInSeconds: 0,
      disconnectTimeoutInSeconds: 57_600,
      vpcConfig: { subnetIds, securityGroupIds: [group.id] },
    },
    { dependsOn: [builder] },
  );
  new appstream.FleetStackAssociation("encoder", { fleetName: fleet.name, stackName: stack.name });
  new appstream.User("contractor", { authenticationType: "USERPOOL", userName: "contractor@example.com" });

  // Mistake: profiles are copied to a bucket that takes plain HTTP, without versions, access log or key, and goes with the stack.
  const profiles = new s3.Bucket("profiles", { bucket: "desk-profile-copies", forceDestroy: true });
  new s3.BucketPublicAccessBlock("profiles", {
    bucket: profiles.id,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
}
