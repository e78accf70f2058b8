import type { Rule } from "../authoring/rule";
import { imageEncrypted, imageNotPublic } from "./ec2/images";
import { imdsv2Required } from "./ec2/metadata";
import { noPublicIp } from "./ec2/network";
import { noSecretsInUserData } from "./ec2/user-data";
import { dataVolumesEncrypted, rootVolumeEncrypted } from "./ec2/volumes";

/** Rules on Amazon EC2 instances, what launches them, and images. */
export const ec2Rules: readonly Rule[] = [
  rootVolumeEncrypted,
  dataVolumesEncrypted,
  noPublicIp,
  imdsv2Required,
  noSecretsInUserData,
  imageEncrypted,
  imageNotPublic,
];
