import { fault, pass, resource, undecided, unknown, type CaseProperties, type ServiceCases } from "../testing/cases";

const fleet = (properties: CaseProperties = {}) => resource("aws:appstream/fleet:Fleet", properties);
const builder = (properties: CaseProperties = {}) => resource("aws:appstream/imageBuilder:ImageBuilder", properties);
const stack = (properties: CaseProperties = {}) => resource("aws:appstream/stack:Stack", properties);
const inVpc = { vpcConfig: { subnetIds: [unknown] } };
const setting = (action: string, permission: unknown = "DISABLED") => ({ action, permission });
const closed = [
  setting("FILE_DOWNLOAD"),
  setting("CLIPBOARD_COPY_TO_LOCAL_DEVICE"),
  setting("PRINTING_TO_LOCAL_DEVICE"),
];

export const appstreamCases: ServiceCases = {
  "appstream-fleet-private": [
    pass("a fleet in a VPC", fleet(inVpc)),
    pass("subnets known on update", fleet({ vpcConfig: { subnetIds: unknown } })),
    pass("an image builder in a VPC", builder({ ...inVpc, enableDefaultInternetAccess: false })),
    pass("a stack over an endpoint", stack({ accessEndpoints: [{ endpointType: "STREAMING", vpceId: unknown }] })),
    pass("a stack with endpoints known on update", stack({ accessEndpoints: unknown })),
    fault("a fleet in no VPC", fleet()),
    fault("a fleet with internet", fleet({ ...inVpc, enableDefaultInternetAccess: true })),
    fault("an image builder with no subnets", builder({ vpcConfig: { subnetIds: [] } })),
    fault("a stack over the public endpoint", stack()),
    fault("a stack with an endpoint of no name", stack({ accessEndpoints: [{ endpointType: "STREAMING" }] })),
    undecided("a VPC known on update", fleet({ vpcConfig: unknown })),
    undecided("internet known on update", fleet({ ...inVpc, enableDefaultInternetAccess: unknown })),
  ],
  "appstream-session-timeouts": [
    pass("15 minutes", fleet({ idleDisconnectTimeoutInSeconds: 900 })),
    pass("one minute", fleet({ idleDisconnectTimeoutInSeconds: 60, disconnectTimeoutInSeconds: 3600 })),
    fault("nothing said, which means never", fleet()),
    fault("never", fleet({ idleDisconnectTimeoutInSeconds: 0 })),
    fault("a second longer", fleet({ idleDisconnectTimeoutInSeconds: 901 })),
    undecided("known on update", fleet({ idleDisconnectTimeoutInSeconds: unknown })),
  ],
  "appstream-data-egress": [
    pass("closed", stack({ userSettings: closed })),
    pass(
      "closed, with home folders",
      stack({ userSettings: closed, storageConnectors: [{ connectorType: "HOMEFOLDERS" }] }),
    ),
    pass("uploads are open", stack({ userSettings: [...closed, setting("FILE_UPLOAD", "ENABLED")] })),
    fault("nothing said, which means open", stack()),
    fault("downloads open", stack({ userSettings: [setting("FILE_DOWNLOAD", "ENABLED"), ...closed.slice(1)] })),
    fault("printing not said", stack({ userSettings: closed.slice(0, 2) })),
    fault("the clipboard open", stack({ userSettings: [closed[0], closed[2]] })),
    fault(
      "storage of a third party",
      stack({ userSettings: closed, storageConnectors: [{ connectorType: "ONE_DRIVE" }] }),
    ),
    fault(
      "storage of a third party, settings known on update",
      stack({
        userSettings: unknown,
        storageConnectors: [{ connectorType: "GOOGLE_DRIVE" }],
      }),
    ),
    undecided("settings known on update", stack({ userSettings: unknown })),
  ],
};
