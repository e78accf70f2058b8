import * as ec2 from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import { checkImageId, checkInstanceType, type InstancePlan } from "./instance-plan";
import type { InstanceRole } from "./instance-role";
import type { InstanceTierArgs } from "./instance-tier-args";
import { instanceUserData } from "./instance-user-data";
import type { ServiceSecurityGroup } from "./security-group";

/** What every instance of the tier is: nothing of it can be reached, read or kept beyond what is named. */
export function createLaunchTemplate(
  name: string,
  args: InstanceTierArgs,
  plan: InstancePlan,
  security: ServiceSecurityGroup,
  role: InstanceRole,
  tags: pulumi.Output<Record<string, string>>,
  parent: pulumi.Resource,
): ec2.LaunchTemplate {
  const { checks } = plan;
  return new ec2.LaunchTemplate(
    `${name}-template`,
    {
      description: `Instances of ${name}`,
      updateDefaultVersion: true,
      imageId: pulumi.output(args.imageId).apply((id) => checkImageId(checks, id)),
      instanceType: pulumi.output(args.instanceType ?? "m7g.large").apply((type) => checkInstanceType(checks, type)),
      iamInstanceProfile: { arn: role.profile.arn },
      // Session tokens, and none beyond the instance itself: a forwarded request gets no credentials of the role.
      metadataOptions: {
        httpEndpoint: "enabled",
        httpTokens: "required",
        httpPutResponseHopLimit: 1,
        instanceMetadataTags: "disabled",
      },
      networkInterfaces: [
        {
          deviceIndex: 0,
          associatePublicIpAddress: "false",
          deleteOnTermination: "true",
          securityGroups: [security.group.id],
        },
      ],
      blockDeviceMappings: [
        { deviceName: plan.rootDeviceName, sizeGib: plan.rootVolumeGib },
        ...(args.dataVolumes ?? []),
      ].map(({ deviceName, sizeGib }) => ({
        deviceName,
        ebs: {
          encrypted: "true",
          kmsKeyId: pulumi.output(args.volumesKey).apply((key) => key.arn),
          volumeType: "gp3",
          volumeSize: sizeGib,
          deleteOnTermination: "true",
        },
      })),
      ebsOptimized: "true",
      monitoring: { enabled: true },
      placement: { tenancy: plan.tenancy },
      userData: instanceUserData(checks, args.userData),
      tagSpecifications: ["instance", "volume", "network-interface"].map((resourceType) => ({ resourceType, tags })),
      tags,
    },
    { parent },
  );
}
