import type { Rule } from "../authoring/rule";
import { imageEncrypted, imageNotPublic } from "./ec2/images";
import { imageKeys, volumeKeys } from "./ec2/keys";
import { imdsv2Required } from "./ec2/metadata";
import { noElasticIp, noPublicIp } from "./ec2/network";
import {
  detailedMonitoring,
  ebsOptimized,
  hopLimit,
  nitro,
  noInstanceStore,
  noSsh,
  suspectUserData,
  tenancy,
  terminationProtection,
} from "./ec2/options";
import { privateSubnets } from "./ec2/placement";
import { encryptionCapable, instanceProfile, serialConsoleOff } from "./ec2/settings";
import { noSecretsInUserData } from "./ec2/user-data";
import { dataVolumesEncrypted, rootVolumeEncrypted } from "./ec2/volumes";

/** Rules on Amazon EC2 instances, what launches them, and images. */
export const ec2Rules: readonly Rule[] = [
  rootVolumeEncrypted,
  dataVolumesEncrypted,
  volumeKeys,
  noInstanceStore,
  noPublicIp,
  noElasticIp,
  privateSubnets,
  imdsv2Required,
  hopLimit,
  instanceProfile,
  noSsh,
  noSecretsInUserData,
  suspectUserData,
  encryptionCapable,
  nitro,
  tenancy,
  ebsOptimized,
  detailedMonitoring,
  terminationProtection,
  serialConsoleOff,
  imageEncrypted,
  imageKeys,
  imageNotPublic,
];
