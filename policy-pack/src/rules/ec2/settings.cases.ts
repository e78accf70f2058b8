import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";
import { byTemplate, configuration, instance, spotInstance, template } from "../../testing/ec2";

const eip = (properties: Record<string, unknown> = {}) => resource("aws:ec2/eip:Eip", properties);
const association = (properties: Record<string, unknown>) =>
  resource("aws:ec2/eipAssociation:EipAssociation", properties);
const host = { ...instance(), name: "host" };
const serialConsole = (properties: Record<string, unknown> = {}) =>
  resource("aws:ec2/serialConsoleAccess:SerialConsoleAccess", properties);

export const settingCases: ServiceCases = {
  "ec2-no-elastic-ip-on-instance": [
    pass("an address for a NAT gateway", eip({ domain: "vpc" })),
    pass("an address at an interface", association({ allocationId: "eipalloc-1", networkInterfaceId: "eni-1" })),
    fault("an address at an instance", eip({ instance: "i-1" })),
    fault("an address at a wired instance", [eip({ instance: ref("host") }), host]),
    fault("an association with an instance", association({ instanceId: "i-1" })),
    fault("an association with a wired instance", [association({ instanceId: ref("host") }), host]),
    fault("an address of the VPC at an instance", eip({ domain: "vpc", instance: "i-1" })),
  ],
  "ec2-instance-profile-present": [
    pass("a profile", instance({ iamInstanceProfile: "web" })),
    pass("a profile known on update", instance({ iamInstanceProfile: unknown })),
    fault("none", instance()),
    fault("none on a launch configuration", configuration()),
    pass("a launch template without one, for a managed node group", template()),
    pass("a launch template with one", template({ iamInstanceProfile: { name: "web" } })),
    fault("a launch template with an empty block", template({ iamInstanceProfile: {} })),
    pass("an instance that takes its template's", instance(byTemplate)),
  ],
  "ec2-instance-type-encryption-capable": [
    pass("a current family", instance({ instanceType: "m7g.large" })),
    pass("a family whose name only begins alike", template({ instanceType: "m12i.large" })),
    pass("nothing said", template()),
    fault("an old family", instance({ instanceType: "t1.micro" })),
    fault("an old family in a launch template", template({ instanceType: "m1.small" })),
    fault("an old family of a spot instance", spotInstance({ instanceType: "hs1.8xlarge" })),
    undecided("known on update", instance({ instanceType: unknown })),
  ],
  "ec2-serial-console-off": [
    pass("off", serialConsole({ enabled: false })),
    pass("off, as text", serialConsole({ enabled: "false" })),
    fault("on", serialConsole({ enabled: true })),
    fault("nothing said, which means on", serialConsole()),
    undecided("known on update", serialConsole({ enabled: unknown })),
  ],
};
