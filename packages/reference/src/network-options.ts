import * as pulumi from "@pulumi/pulumi";
import { awsEnvironment, checksFor } from "@hipaa-aws/foundation";
import { DnssecZone, NetworkAccessScope, PrivateZone } from "@hipaa-aws/network";
import type { HipaaWebApplicationArgs } from "./args";
import type { ApplicationNetwork } from "./network";

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
  const alarmTopicArn = topicOf(name, dnssec.alarmTopicArn, ownTopicArn, parent);
  return new DnssecZone(`${name}-dnssec`, { ...dnssec, zoneId, alarmTopicArn, tags }, { parent });
}

const signingRegion = "us-east-1";

/** The topic that is told: alarms notify topics of their own Region alone. */
function topicOf(
  name: string,
  given: pulumi.Input<string> | undefined,
  own: pulumi.Output<string>,
  parent: pulumi.Resource,
): pulumi.Output<string> {
  const refuse = (problem: string) =>
    checksFor("HipaaWebApplication", name).fail(
      "dnssec.alarmTopicArn",
      `${problem}: what watches over signatures is in ${signingRegion}`,
      `Give a topic of ${signingRegion}`,
    );
  if (given !== undefined) {
    return pulumi.output(given).apply((topicArn) => {
      const region = topicArn.split(":")[3] ?? "no Region";
      return region === signingRegion ? topicArn : refuse(`is in ${region}`);
    });
  }
  return pulumi
    .all([own, awsEnvironment(parent).region])
    .apply(([topicArn, region]) =>
      region === signingRegion ? topicArn : refuse(`is missing, and the application is in ${region}`),
    );
}
