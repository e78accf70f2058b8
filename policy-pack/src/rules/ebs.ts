import type { Rule } from "../authoring/rule";
import { lifecycleCopyEncrypted, snapshotCopyEncrypted, volumeEncrypted } from "./ebs/encryption";
import { snapshotNotShared } from "./ebs/sharing";

/** Rules on Amazon EBS. */
export const ebsRules: readonly Rule[] = [
  volumeEncrypted,
  snapshotCopyEncrypted,
  snapshotNotShared,
  lifecycleCopyEncrypted,
];
