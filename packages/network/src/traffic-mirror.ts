import { checksFor, tags } from "@hipaa-aws/foundation";
import * as ec2 from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";

/** A network interface whose packets are copied. */
export interface TrafficMirrorSource {
  /** What the session is called, for example `app-1`. Plain value. */
  name: string;
  /** Id of the network interface, of an instance on Nitro hardware. */
  networkInterfaceId: pulumi.Input<string>;
}

/** Arguments of TrafficMirror. */
export interface TrafficMirrorArgs {
  /** The interfaces. Plain list. */
  sources: TrafficMirrorSource[];
  /** Network load balancer in front of what looks at the packets, in a subnet without a way out. */
  networkLoadBalancerArn: pulumi.Input<string>;
  /** Bytes of each packet that are copied, 64 to 8500. Plain value. Default: all. */
  packetLength?: number;
  /** Place of the session among others of the same interface, 1 to 32766. Plain value. Default: 1. */
  sessionNumber?: number;
  /** Tags of every resource that takes them. */
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

/**
 * Copies of packets to a system that looks for intruders, or that captures them. TLS stays TLS in the copy, and still the
 * copy is PHI: what receives it needs the encryption and retention of PHI. Off unless it is made: tasks of Fargate cannot
 * be mirrored. Cost: $11 a month for each session (November 2026).
 *
 * Source: 45 CFR 164.312(b).
 */
export class TrafficMirror extends pulumi.ComponentResource {
  /** The target, for further sessions. */
  public readonly targetId!: pulumi.Output<string>;
  /** The filter, for further sessions. */
  public readonly filterId!: pulumi.Output<string>;
  /** The sessions, in the order of the sources. */
  public readonly sessionIds!: pulumi.Output<string[]>;

  /** @throws ArgumentError for no source, one twice, or numbers out of range. */
  constructor(name: string, args: TrafficMirrorArgs, opts?: pulumi.ComponentResourceOptions) {
    super("network:index:TrafficMirror", name, args, opts);
    const checks = checksFor("TrafficMirror", name);
    const sources = checks.atLeast("sources", args.sources, 1);
    for (const source of sources)
      checks.matches("sources[].name", source.name, /^[a-z0-9-]+$/, "small letters, digits, hyphens");
    checks.unique(
      "sources",
      sources.map((source) => source.name),
    );
    const { packetLength } = args;
    if (packetLength !== undefined) checks.integer("packetLength", packetLength, 64, 8500);
    const sessionNumber = checks.integer("sessionNumber", args.sessionNumber ?? 1, 1, 32766);
    const options = { parent: this };

    const target = new ec2.TrafficMirrorTarget(
      name,
      {
        description: "Looks at copies of packets",
        networkLoadBalancerArn: args.networkLoadBalancerArn,
        tags: tags({}, args.tags, name),
      },
      options,
    );
    const filter = new ec2.TrafficMirrorFilter(
      name,
      { description: "All packets, either way", networkServices: ["amazon-dns"], tags: tags({}, args.tags, name) },
      options,
    );
    for (const trafficDirection of ["ingress", "egress"]) {
      new ec2.TrafficMirrorFilterRule(
        `${name}-${trafficDirection}`,
        {
          trafficMirrorFilterId: filter.id,
          trafficDirection,
          ruleNumber: 1,
          ruleAction: "accept",
          sourceCidrBlock: "0.0.0.0/0",
          destinationCidrBlock: "0.0.0.0/0",
        },
        options,
      );
    }
    const sessions = sources.map(({ name: source, networkInterfaceId }) => {
      const childName = `${name}-${source}`;
      return new ec2.TrafficMirrorSession(
        childName,
        {
          description: "Copies packets for inspection",
          networkInterfaceId,
          trafficMirrorFilterId: filter.id,
          trafficMirrorTargetId: target.id,
          sessionNumber,
          packetLength,
          tags: tags({}, args.tags, childName),
        },
        options,
      );
    });
    this.targetId = target.id;
    this.filterId = filter.id;
    this.sessionIds = pulumi.all(sessions.map((session) => session.id));
    this.registerOutputs({ targetId: this.targetId, filterId: this.filterId, sessionIds: this.sessionIds });
  }
}
