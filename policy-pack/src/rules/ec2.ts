import type { Rule } from "../authoring/rule";
import { imageEncrypted, imageNotPublic } from "./ec2/images";
import { imdsv2Required } from "./ec2/metadata";
import { noElasticIp, noPublicIp } from "./ec2/network";
import { privateSubnets } from "./ec2/placement";
import { encryptionCapable, instanceProfile, serialConsoleOff } from "./ec2/settings";
import { noSecretsInUserData } from "./ec2/user-data";
import { dataVolumesEncrypted, rootVolumeEncrypted } from "./ec2/volumes";

/** Rules on Amazon EC2 instances, what launches them, and images. */
export const ec2Rules: readonly Rule[] = [
  rootVolumeEncrypted,
  dataVolumesEncrypted,
  noPublicIp,
  noElasticIp,
  privateSubnets,
  imdsv2Required,
  instanceProfile,
  noSecretsInUserData,
  encryptionCapable,
  serialConsoleOff,
  imageEncrypted,
  imageNotPublic,
];
