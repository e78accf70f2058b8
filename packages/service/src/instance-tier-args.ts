import type * as pulumi from "@pulumi/pulumi";
import type { ServiceAccessArgs } from "./access-args";
import type { ServiceRoutingArgs } from "./routing-args";
import type {
  FargateServiceConnectionArgs,
  FargateServiceGrantArgs,
  FargateServiceKey,
  FargateServiceNetwork,
  ServiceTier,
} from "./task-args";

/** Whose hardware the instances run on. */
export enum InstanceTierTenancy {
  /** AWS's, shared with other customers behind the Nitro system. The addendum of AWS has asked for no more since 2017. */
  Shared = "default",
  /** Hardware of a single customer, where a contract or a policy of your own asks for it. */
  Dedicated = "dedicated",
}

/** A volume beside the root, encrypted like it. */
export interface InstanceTierVolumeArgs {
  /** Name of the device, for example `/dev/sdf`. */
  deviceName: string;
  /** Size in GiB, 1 to 16384. */
  sizeGib: number;
}

/** Arguments of {@link InstanceTier}. */
export interface InstanceTierArgs extends ServiceRoutingArgs {
  /** The network, for example a `Vpc`. */
  network: FargateServiceNetwork;
  /** Tier of the instances: their subnets and their tag. Read while the graph is built. */
  tier: ServiceTier;
  /**
   * Image of the machines, `ami-…`: Amazon Linux 2023, or another with systemd, `openssl` and the agent of Systems Manager.
   * A change starts an instance refresh, which goes back to the image before when an alarm sounds.
   */
  imageId: pulumi.Input<string>;
  /**
   * Type of the instances, of the processor that the image is for. Default `m7g.large`. Families before Nitro are refused:
   * they do not encrypt traffic between instances.
   */
  instanceType?: pulumi.Input<string>;
  /** Default shared. */
  tenancy?: InstanceTierTenancy;
  /**
   * Key of every volume, for example `KeyRing.volumes`. Its policy must let the service-linked role
   * `AWSServiceRoleForAutoScaling` use it and create grants for AWS resources.
   */
  volumesKey: pulumi.Input<FargateServiceKey>;
  /** Device of the root volume. Default `/dev/xvda`, as images of Amazon have it. */
  rootDeviceName?: string;
  /** Size of the root volume in GiB, 8 to 16384. Default 20. */
  rootVolumeGib?: number;
  /** Volumes beside the root, which live and die with the instance. Default none: PHI belongs in databases and buckets. */
  dataVolumes?: InstanceTierVolumeArgs[];
  /**
   * Lines of shell that run as root at the first start, after those of the component, which make a certificate. They start
   * the program, which must listen with TLS on `port`. Never secrets: whoever may describe the template reads them.
   */
  userData?: pulumi.Input<string>;
  /** Port on which the program listens with TLS. Default 8443, the one that the network ACLs of the `Vpc` admit. */
  port?: number;
  /** Instances at first; autoscaling then moves the number and later updates leave it alone. Default `minCount`. */
  desiredCount?: number;
  /** Fewest instances. Default 2, one in each of two zones. */
  minCount?: number;
  /** Most instances. Default twice `minCount`. */
  maxCount?: number;
  /** Percentage of the CPU that scaling aims at, 10 to 90. Default 60. */
  cpuPercent?: number;
  /** Days after which an instance is replaced, 1 to 365, so that none grows old unpatched. Default 30. */
  maxInstanceDays?: number;
  /** Seconds until a new instance counts in the metrics. Default 300. */
  warmupSeconds?: number;
  /** Key of the log group, for example `KeyRing.logs`. */
  logsKey: pulumi.Input<FargateServiceKey>;
  /**
   * Files that the CloudWatch agent ships, one log stream for each file and instance. Default those of the system:
   * `/var/log/messages`, `/var/log/secure`, `/var/log/audit/audit.log`, `/var/log/cloud-init-output.log`.
   */
  logFiles?: string[];
  /** Whether AWS refuses to delete the log group. Default true; a stack that must be destroyed turns it off first. */
  deletionProtection?: boolean;
  /** What the program uses, by kind: least permissions and both rules of the door. Default none. */
  access?: ServiceAccessArgs;
  /** What the program may do in AWS beyond `access`. Default nothing. */
  grants?: FargateServiceGrantArgs[];
  /** What the program connects to besides the endpoints and `access`. Default nothing. */
  connections?: FargateServiceConnectionArgs[];
  /** Permissions boundary of the role. Default none. */
  permissionsBoundaryArn?: pulumi.Input<string>;
  /** Tags of every resource, of the instances and of their volumes. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}
