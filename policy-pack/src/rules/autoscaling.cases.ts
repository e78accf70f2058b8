import { fault, notApplicable, pass, ref, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

const group = (properties: Record<string, unknown> = {}) => resource("aws:autoscaling/group:Group", properties);
const tag = (key: string, value: unknown) => ({ key, value, propagateAtLaunch: true });
const behind = { targetGroupArns: ["arn"] };

const production = { config: { production: true } };

export const autoscalingCases: ServiceCases = {
  "autoscaling-multi-az": [
    pass("two subnets", group({ vpcZoneIdentifiers: ["subnet-1", "subnet-2"] })),
    pass("two zones", group({ availabilityZones: ["us-east-1a", "us-east-1b"] })),
    pass("two subnets known on update", group({ vpcZoneIdentifiers: [unknown, unknown] })),
    fault("one subnet", group({ vpcZoneIdentifiers: ["subnet-1"] })),
    fault("the same subnet twice", group({ vpcZoneIdentifiers: ["subnet-1", "subnet-1"] })),
    fault("one subnet known on update", group({ vpcZoneIdentifiers: [unknown] })),
    fault("neither", group()),
    undecided("a list known on update", group({ vpcZoneIdentifiers: unknown })),
  ],
  "autoscaling-min-capacity": [
    notApplicable("no production stack", group({ minSize: 1 })),
    pass("two", group({ minSize: 2 }), production),
    fault("one", group({ minSize: 1 }), production),
    fault("none", group({ minSize: 0 }), production),
    undecided("known on update", group({ minSize: unknown }), production),
    fault("nothing said, which is no two", group(), production),
  ],
  "autoscaling-launch-template": [
    pass("a launch template", group({ launchTemplate: { id: "lt-1" } })),
    pass("a mixed policy", group({ mixedInstancesPolicy: {} })),
    fault("a launch configuration", group({ launchConfiguration: "web" })),
    fault("a wired launch configuration", [
      group({ launchConfiguration: ref("configuration", "name") }),
      resource("aws:ec2/launchConfiguration:LaunchConfiguration", {}, { name: "configuration" }),
    ]),
    fault(
      "a launch configuration beside a mixed policy",
      group({ mixedInstancesPolicy: {}, launchConfiguration: "web" }),
    ),
  ],
  "autoscaling-elb-health-check": [
    pass("checked by the load balancer", group({ ...behind, healthCheckType: "ELB" })),
    pass("checked by several", group({ ...behind, healthCheckType: "EC2,ELB" })),
    pass(
      "targets of VPC Lattice",
      group({ trafficSources: [{ type: "vpc-lattice" }], healthCheckType: "VPC_LATTICE" }),
    ),
    fault("nothing said", group(behind)),
    fault("checked by EC2 only", group({ loadBalancers: ["web"], healthCheckType: "EC2" })),
    fault("a traffic source, and nothing said", group({ trafficSources: [{ identifier: "arn" }] })),
    notApplicable("no load balancer", group({ healthCheckType: "EC2" })),
    notApplicable("an empty list", group({ targetGroupArns: [] })),
    undecided("known on update", group({ ...behind, healthCheckType: unknown })),
  ],
  "autoscaling-no-phi-in-tags": [
    pass("a plain tag", group({ tags: [tag("service", "intake")] })),
    pass("no tags", group()),
    pass("a member of staff under an allowed tag", group({ tags: [tag("Owner", "MRN0012345")] })),
    fault("a record number", group({ tags: [tag("chart", "MRN0012345")] })),
    fault("a record number as the tag's name", group({ tags: [tag("MRN0012345", "yes")] })),
    fault("the second tag", group({ tags: [tag("service", "intake"), tag("chart", "MRN0012345")] })),
    fault("a configured word", group({ tags: [tag("ward", "Oncology")] }), { config: { denyWords: ["oncology"] } }),
    fault("a tag of its own", resource("aws:autoscaling/tag:Tag", { tag: tag("chart", "MRN0012345") })),
    fault(
      "metadata of a hook",
      resource("aws:autoscaling/lifecycleHook:LifecycleHook", { notificationMetadata: "dob=1980-02-03" }),
    ),
    fault("metadata of an inline hook", group({ initialLifecycleHooks: [{ notificationMetadata: "dob=1980-02-03" }] })),
    undecided("a value known on update", group({ tags: [tag("chart", unknown)] })),
    fault("a record number beside a tag not known yet", group({ tags: [unknown, tag("chart", "MRN0012345")] })),
    pass("a hook without metadata", resource("aws:autoscaling/lifecycleHook:LifecycleHook", {})),
    pass("a tag without a value", resource("aws:autoscaling/tag:Tag", { tag: { key: "service" } })),
  ],
};
