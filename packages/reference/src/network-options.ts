import * as pulumi from "@pulumi/pulumi";
import { checksFor } from "@hipaa-aws/foundation";
import { DnssecZone, NetworkAccessScope, PrivateZone } from "@hipaa-aws/network";
import type { HipaaWebApplicationArgs } from "./args";
import type { ApplicationNetwork } from "./network";
import { ownInRegion, type RegionalArgument } from "./own-region";

/** What depends on the network and is asked for, each undefined where it is not. */
export interface NetworkOptions {
  readonly privateZone: PrivateZone | undefined;
  readonly accessScope: NetworkAccessScope | undefined;
  readonly dnssec: DnssecZone | undefined;
}

/** Creates the zone of the internal name, the proof that the data tier is closed, and the signatures of the public zone. */
export function createNetworkOptions(
  name: string,
  args: HipaaWebApplicationArgs,
  network: ApplicationNetwork,
  alarmTopicArn: pulumi.Output<string>,
  parent: pulumi.Resource,
): NetworkOptions {
  const { internalDomainName: domainName, privateZone = false, accessScope = false, tags } = args;
  // The fields alone: a component among the arguments would be stored as a reference.
  const { vpcId, dataSubnetIds } = network;
  return {
    privateZone: privateZone
      ? new PrivateZone(`${name}-names`, { domainName, network: { vpcId }, tags }, { parent })
      : undefined,
    accessScope: accessScope
      ? new NetworkAccessScope(`${name}-access`, { network: { dataSubnetIds }, tags }, { parent })
      : undefined,
    dnssec: createDnssec(name, args, alarmTopicArn, parent),
  };
}

function createDnssec(
  name: string,
  { dnssec, hostedZoneId: zoneId, tags }: HipaaWebApplicationArgs,
  ownTopicArn: pulumi.Output<string>,
  parent: pulumi.Resource,
): DnssecZone | undefined {
  if (dnssec === undefined) return undefined;
  const alarmTopicArn =
    dnssec.alarmTopicArn === undefined
      ? ownInRegion(name, ownTopicArn, topicOfSignatures, parent)
      : givenTopic(name, dnssec.alarmTopicArn);
  return new DnssecZone(`${name}-dnssec`, { ...dnssec, zoneId, alarmTopicArn, tags }, { parent });
}

const signingRegion = "us-east-1";
const signing = `what watches over signatures is in ${signingRegion}`;

/** Alarms on signatures reach topics in one Region alone. */
const topicOfSignatures: RegionalArgument = {
  argument: "dnssec.alarmTopicArn",
  regionIn: () => signingRegion,
  why: () => signing,
  mend: (region) => `Give a topic of ${region}`,
};

/** The topic that is told, where it is in the Region of the alarms. */
function givenTopic(name: string, given: pulumi.Input<string>): pulumi.Output<string> {
  return pulumi.output(given).apply((topicArn) => {
    const region = topicArn.split(":")[3] ?? "no Region";
    if (region === signingRegion) return topicArn;
    return checksFor("HipaaWebApplication", name).fail(
      topicOfSignatures.argument,
      `is in ${region}: ${signing}`,
      topicOfSignatures.mend(signingRegion),
    );
  });
}
