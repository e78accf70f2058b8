import type { ServiceSimulation } from "../type-simulation";

const directoryId = "d-{hex10}";

/** AWS Directory Service, Amazon FSx for Windows File Server, WorkSpaces and AppStream 2.0. */
export const desktops: ServiceSimulation = {
  "aws:directoryservice/directory:Directory": {
    id: directoryId,
    outputs: {
      accessUrl: "{id}.awsapps.com",
      dnsIpAddresses: ["10.0.0.10", "10.0.1.10"],
      securityGroupId: "sg-{hex17}",
    },
  },
  "aws:directoryservice/logSubscription:LogSubscription": { id: "{directoryId}" },
  "aws:directoryservice/radiusSettings:RadiusSettings": { id: "{directoryId}" },
  "aws:fsx/windowsFileSystem:WindowsFileSystem": {
    id: "fs-{hex17}",
    arn: "arn:{partition}:fsx:{region}:{account}:file-system/{id}",
    outputs: {
      dnsName: "amznfs{lower8}.corp.example.org",
      ownerId: "{account}",
      preferredFileServerIp: "10.0.0.20",
      remoteAdministrationEndpoint: "amznfs{lower8}.corp.example.org",
    },
  },
  "aws:workspaces/directory:Directory": {
    id: "{directoryId}",
    outputs: {
      iamRoleId: "arn:{partition}:iam::{account}:role/workspaces_DefaultRole",
      registrationCode: "WS{lower4}+{upper6}",
      workspaceSecurityGroupId: "sg-{hex17}",
    },
  },
  "aws:workspaces/ipGroup:IpGroup": { id: "wsipg-{lower9}" },
  "aws:workspaces/workspace:Workspace": {
    id: "ws-{lower9}",
    outputs: { computerName: "WSAMZN-{upper8}", ipAddress: "10.0.0.30", state: "AVAILABLE" },
  },
  "aws:appstream/stack:Stack": {
    id: "{name}",
    arn: "arn:{partition}:appstream:{region}:{account}:stack/{name}",
  },
  "aws:appstream/fleet:Fleet": {
    id: "{name}",
    arn: "arn:{partition}:appstream:{region}:{account}:fleet/{name}",
    outputs: { state: "STOPPED" },
  },
  "aws:appstream/fleetStackAssociation:FleetStackAssociation": { id: "{fleetName}/{stackName}" },
};
